import type { Transaction } from '../storage/store.ts';
import { rolesAt } from '../storage/tables/role-assignments.ts';
import type { RoleAssignmentRow } from '../storage/tables/role-assignments.ts';
import type { TaskRow } from '../storage/tables/tasks.ts';
import { Refused } from './answer.ts';
import type { IsNew } from './apply-command.ts';
import type { TaskCommand } from './command.ts';
import { fireDueTimers } from './due-timers.ts';
import { openDossier } from './open-dossier.ts';
import type { OpenDossier } from './open-dossier.ts';
import { dossierOf } from './row-id.ts';
import type { Surroundings } from './runtime.ts';

/**
 * Takes the dossier of a task, with timers that are due already fired, and checks that the task can still be done. All that is
 * asked is asked at once, also what `who` may act as; the first write waits until the command is known to be new.
 */
export async function openTask(
  world: Surroundings, tx: Transaction, now: string, command: TaskCommand, isNew: IsNew, who = command.actor,
): Promise<{ readonly open: OpenDossier; readonly task: TaskRow; readonly held: readonly RoleAssignmentRow[] }> {
  const { taskId } = command;
  const [open, held] = await Promise.all([openDossier(world, tx, now, dossierOf(taskId)).catch(noTask), rolesAt(tx, who, now)]);
  await isNew();
  if (open === undefined) throw noSuch(taskId);
  const seen = open.row.version;
  await fireDueTimers(open);
  const task = open.tasks.find(({ id }) => id === taskId) ?? (await tx.tasks.first({ dossierId: open.row.id, id: taskId }));
  if (task === undefined) throw noSuch(taskId);
  if (task.status !== 'open') throw new Refused(alreadyClosed(task, open.row.version));
  if (command.expectedVersion !== undefined && command.expectedVersion !== seen) {
    const message = `expected dossier ${open.row.code} to be at version ${command.expectedVersion}, but it is at ${seen}; look at it again`;
    throw new Refused({ ok: false, refused: 'conflict', message, version: seen, when: open.row.updatedAt });
  }
  return { open, task, held };
}

const noSuch = (taskId: string): Refused => new Refused({ ok: false, refused: 'not-found', message: `expected a task, but there is no ${taskId}` });

/** A task of a dossier that is not there is told as any other that is not there. */
const noTask = (error: unknown): undefined => {
  if (error instanceof Refused && error.refusal.refused === 'not-found') return undefined;
  throw error;
};

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
