import type { Clock } from '../../engine/calendar/clock.ts';
import { asTimeLimit } from '../../engine/calendar/limit.ts';
import { setClock } from '../effects/clock.ts';
import { advance, save } from '../open-dossier.ts';
import type { Deed, OpenDossier } from '../open-dossier.ts';
import { otherLimit } from './limits.ts';
import type { Versions } from './verdict.ts';

/** The dossier goes on under the other version: state, tasks, timers and subscriptions with it, its clock where the limit of the whole differs. */
export async function goOver(open: OpenDossier, { former, target, mapping }: Versions, by: { readonly kind: Deed; readonly actor: string; readonly reason: string; readonly transfer: string }): Promise<void> {
  const over: OpenDossier = { ...open, target };
  await advance(over, { kind: by.kind, actor: by.actor, about: { from: former.hash, to: target.hash, reason: by.reason, transfer: by.transfer } }, [
    { type: 'migrate', at: open.now, by: by.actor, from: former.hash, to: target.hash, mapping, reason: by.reason },
  ]);
  const clock = over.row.clock as Clock | null;
  if (clock !== null && clock.endedAt === null) {
    const limit = otherLimit(over.row, { former, target });
    if (limit !== undefined || target.dueSoon !== former.dueSoon) await setClock(over, { ...clock, ...(limit !== undefined && { limit: asTimeLimit(limit) }) }, open.now);
  }
  await renameDone(over, mapping);
  await save(over);
}

/** Steps that were done count as those that took their place: who did one must not do the other (four eyes). */
async function renameDone({ tx, row: { id: dossierId } }: OpenDossier, mapping: Readonly<Record<string, string>>): Promise<void> {
  for (const { id, node } of await tx.tasks.find({ dossierId, status: { not: 'open' } })) {
    if (Object.hasOwn(mapping, node)) await tx.tasks.update({ dossierId, id }, { node: mapping[node]! });
  }
}
