import type { Transaction } from '../../storage/store.ts';
import { Refused } from '../answer.ts';
import { beginTurn } from '../begin-turn.ts';
import type { FailedStart, SkipStart } from '../command.ts';
import type { Surroundings } from '../runtime.ts';
import { invalid } from '../supplement.ts';

/**
 * A person has mended what kept the dossiers of a start timer from beginning: the one that has waited longest begins at once, the others
 * by the worker, and a timer that stood still is set again. Refused with the reason, and nothing changes, when it still cannot be.
 */
export async function retryStart(world: Surroundings, tx: Transaction, now: string, command: FailedStart): Promise<{ readonly begun: number }> {
  const { actor, which, failed } = asked(command);
  const timer = await tx.startTimers.first({ ...which, status: 'failed' }, { lock: 'wait' });
  const first = await tx.startTurns.first(failed, { order: [['dueAt', 'asc']], lock: 'wait' });
  if (timer === undefined && first === undefined) throw notFailed(command);
  const again = { status: 'open', runAt: now, attempts: 0, error: null } as const;
  if (timer !== undefined) await tx.startTimers.update(which, again);
  if (first === undefined) return { begun: 0 };
  await beginTurn(world, tx, { ...first, retriedBy: actor });
  return { begun: 1 + (await tx.startTurns.update(failed, { ...again, retriedBy: actor })) };
}

/** The dossiers that could not begin never will: for whoever knows that they are not needed any more. The house log keeps who said so and why. */
export async function skipStart({ newId }: Surroundings, tx: Transaction, now: string, command: SkipStart): Promise<{ readonly skipped: number }> {
  const { actor, which, failed } = asked(command);
  const { reason } = command;
  if (reason.trim() === '') throw invalid([{ path: 'reason', message: 'expected a reason, but it is empty' }]);
  const first = await tx.startTurns.first(failed, { order: [['dueAt', 'asc']], lock: 'wait' });
  if (first === undefined) throw notFailed(command);
  const skipped = await tx.startTurns.remove(failed);
  await tx.houseLog.insert({ id: newId(), at: now, actor, kind: 'start.skip', subject: which.procedureKey, note: reason.trim(), detail: { ...which, since: first.dueAt, turns: skipped } });
  return { skipped };
}

const asked = ({ actor, procedureKey, node, part }: FailedStart) => {
  const which = { procedureKey, node, part };
  return { actor, which, failed: { ...which, status: 'failed' } as const };
};

const notFailed = ({ procedureKey, node }: FailedStart): Refused =>
  new Refused({ ok: false, refused: 'not-found', message: `expected dossiers of ${procedureKey} that could not begin at ${node}, but there are none` });
