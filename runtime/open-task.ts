import type { Transaction } from '../storage/store.ts';
import type { TaskRow } from '../storage/tables/tasks.ts';
import { Refused } from './answer.ts';
import type { TaskCommand } from './command.ts';
import { fireDueTimers } from './due-timers.ts';
import { openDossier } from './open-dossier.ts';
import type { OpenDossier } from './open-dossier.ts';
import type { Surroundings } from './runtime.ts';

/** Takes the dossier of a task, with timers that are due already fired, and checks that the task can still be done. */
export async function openTask(world: Surroundings, tx: Transaction, now: string, command: TaskCommand): Promise<{ readonly open: OpenDossier; readonly task: TaskRow }> {
  const found = await tx.tasks.first({ id: command.taskId });
  if (found === undefined) throw new Refused({ ok: false, refused: 'not-found', message: `expected a task, but there is no ${command.taskId}` });
  const open = await openDossier(world, tx, now, found.dossierId);
  const seen = open.row.version;
  await fireDueTimers(open);
  const task = (await tx.tasks.first({ id: command.taskId })) ?? found;
  if (task.status !== 'open') throw new Refused(alreadyClosed(task, open.row.version));
  if (command.expectedVersion !== undefined && command.expectedVersion !== seen) {
    const message = `expected dossier ${open.row.code} to be at version ${command.expectedVersion}, but it is at ${seen}; look at it again`;
    throw new Refused({ ok: false, refused: 'conflict', message, version: seen, when: open.row.updatedAt });
  }
  return { open, task };
}

function alreadyClosed(task: TaskRow, version: number): Refused['refusal'] {
  const how = task.status === 'completed' ? `completed by ${task.closedBy}` : 'cancelled';
  return {
    ok: false, refused: 'conflict', version, message: `expected "${task.name.vi}" to be open, but it was ${how} at ${task.closedAt}`,
    ...(task.closedBy === null ? {} : { who: task.closedBy }), ...(task.closedAt === null ? {} : { when: task.closedAt }),
  };
}

/** Refuses when someone else has the task in hand. */
export function mustBeFree(task: TaskRow, actor: string, version: number): void {
  if (task.claimedBy === null || task.claimedBy === actor) return;
  const message = `expected "${task.name.vi}" to be free, but ${task.claimedBy} took it at ${task.claimedAt}`;
  throw new Refused({ ok: false, refused: 'conflict', message, version, who: task.claimedBy, ...(task.claimedAt === null ? {} : { when: task.claimedAt }) });
}
