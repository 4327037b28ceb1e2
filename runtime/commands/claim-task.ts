import type { Transaction } from '../../storage/store.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import { Refused } from '../answer.ts';
import type { AssignTask, Claimed, ReleaseTask, TaskCommand } from '../command.ts';
import { advance, save } from '../open-dossier.ts';
import type { OpenDossier } from '../open-dossier.ts';
import { mustBeFree, openTask } from '../open-task.ts';
import { mustBeAllowed } from '../permission.ts';
import type { Surroundings } from '../runtime.ts';

/** Takes a task in hand; taking one's own again changes nothing. */
export async function claimTask(world: Surroundings, tx: Transaction, now: string, command: TaskCommand): Promise<Claimed> {
  const { open, task } = await openTask(world, tx, now, command);
  await mustBeAllowed(open, task, command.actor);
  mustBeFree(task, command.actor, open.row.version);
  if (task.claimedBy === command.actor) return claimed(open, task);
  return give(open, task, command.actor, { kind: 'task.claim', actor: command.actor, about: { task: task.id, node: task.node } });
}

/** Gives a task to someone who may do it, whoever has it in hand; that `actor` may give it is for the caller to see to. */
export async function assignTask(world: Surroundings, tx: Transaction, now: string, command: AssignTask): Promise<Claimed> {
  const { open, task } = await openTask(world, tx, now, command);
  await mustBeAllowed(open, task, command.to);
  return give(open, task, command.to, { kind: 'task.assign', actor: command.actor, about: { task: task.id, node: task.node, to: command.to } });
}

export async function releaseTask(world: Surroundings, tx: Transaction, now: string, command: ReleaseTask): Promise<Claimed> {
  const { open, task } = await openTask(world, tx, now, command);
  if (task.claimedBy === null) return claimed(open, task);
  if (task.claimedBy !== command.actor && command.force !== true) {
    throw new Refused({ ok: false, refused: 'forbidden', message: `expected whoever took "${task.name.vi}" to give it back, but that was ${task.claimedBy}` });
  }
  return give(open, task, null, { kind: 'task.release', actor: command.actor, about: { task: task.id, node: task.node } });
}

async function give(open: OpenDossier, task: TaskRow, claimedBy: string | null, note: Parameters<typeof advance>[1]): Promise<Claimed> {
  const hand = { claimedBy, claimedAt: claimedBy === null ? null : open.now };
  await open.tx.tasks.update({ dossierId: task.dossierId, id: task.id }, hand);
  await advance(open, note, []);
  await save(open);
  return claimed(open, { ...task, ...hand });
}

/** Timers that fired while looking are kept too, even when the task itself did not change hands. */
async function claimed(open: OpenDossier, { id, claimedBy, claimedAt }: TaskRow): Promise<Claimed> {
  if (open.row.version !== open.savedVersion) await save(open);
  return { taskId: id, dossierId: open.row.id, version: open.row.version, claimedBy, claimedAt };
}
