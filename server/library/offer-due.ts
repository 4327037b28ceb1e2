import { startTimers } from '../../engine/self-started.ts';
import type { Transaction } from '../../storage/store.ts';
import { StoreUnavailable } from '../../storage/stores/unavailable.ts';
import { factsOfError } from '../http/log.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import type { Services } from '../services.ts';
import { offer } from './publish.ts';

type House = Pick<Services, 'store' | 'library' | 'now' | 'log'>;

/** Offers the versions whose day has come, each in place of the one before, dated by its day. Answers how many; one that cannot be offered says why in its row, and is tried again. */
export async function offerDue(house: House): Promise<number> {
  const { store, now, log } = house;
  const rows = await store.read((tx) => tx.procedureVersions.find({ offered: false, offeredFrom: { lte: now() } }, { order: [['offeredFrom', 'asc'], ['number', 'asc']] }));
  let offered = 0;
  for (const { hash, key, offerError } of rows) {
    try {
      if (!(await store.transaction((tx) => offerOne(house, tx, hash)))) continue;
      offered += 1;
      log('info', 'version.offered', { procedure: key, hash });
    } catch (error) {
      const why = wordsOf(error);
      if (why === offerError) continue;
      log('error', 'version.offer-failed', { procedure: key, hash, ...factsOfError(error) });
      if (!(error instanceof StoreUnavailable)) await store.transaction((tx) => tx.procedureVersions.update({ hash, offered: false }, { offerError: why }));
    }
  }
  return offered;
}

/** Offers a version whose day has come. Answers false when it is none: another process may have been first, or an administrator may have called it off. */
export async function offerOne({ store, library, now }: Omit<House, 'log'>, tx: Transaction, hash: string): Promise<boolean> {
  const row = await tx.procedureVersions.first({ hash, offered: false, offeredFrom: { lte: now() } }, { lock: 'wait' });
  const pack = row && (await library.version(tx, hash));
  if (row?.offeredFrom == null || pack === undefined) return false;
  const { definition, procedure: { office } } = pack;
  await offer(store, tx, { key: row.key, hash, timers: startTimers(definition), ...(office && { office: office.unit }) }, row.offeredFrom);
  return true;
}

/** A person has mended what kept it from being offered. Throws not-found when it is none that is due, invalid with the reason when it still cannot be. */
export async function offerAgain(house: Omit<House, 'log'>, tx: Transaction, hash: string): Promise<void> {
  if (!(await offerOne(house, tx, hash))) throw notFound();
}

function wordsOf(error: unknown): string {
  if (error instanceof ProblemError) return error.facts.errors?.map(({ path, message }) => `${path}: ${message}`).join('; ') ?? error.code;
  return error instanceof Error ? error.message : String(error);
}
