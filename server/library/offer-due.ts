import { startTimers } from '../../engine/self-started.ts';
import { factsOfError } from '../http/log.ts';
import type { Services } from '../services.ts';
import { offer } from './publish.ts';

/** Offers the versions whose day has come, each in place of the one before, dated by its day. Answers how many; one that cannot be offered is logged and tried again. */
export async function offerDue({ store, library, now, log }: Pick<Services, 'store' | 'library' | 'now' | 'log'>): Promise<number> {
  const due = { offered: false, offeredFrom: { lte: now() } } as const;
  const rows = await store.read((tx) => tx.procedureVersions.find(due, { order: [['offeredFrom', 'asc'], ['number', 'asc']] }));
  let offered = 0;
  for (const { hash, key } of rows) {
    try {
      const done = await store.transaction(async (tx) => {
        // Another process may have been first, or an administrator may have called it off.
        const row = await tx.procedureVersions.first({ ...due, hash }, { lock: 'wait' });
        const pack = row && (await library.version(tx, hash));
        if (row?.offeredFrom == null || pack === undefined) return false;
        const { definition, procedure: { office } } = pack;
        await offer(store, tx, { key, hash, timers: startTimers(definition), ...(office && { office: office.unit }) }, row.offeredFrom);
        return true;
      });
      if (!done) continue;
      offered += 1;
      log('info', 'version.offered', { procedure: key, hash });
    } catch (error) {
      log('error', 'version.offer-failed', { procedure: key, hash, ...factsOfError(error) });
    }
  }
  return offered;
}
