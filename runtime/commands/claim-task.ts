import type { Transaction } from '../../storage/store.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import { Refused } from '../answer.ts';
import type { IsNew } from '../apply-command.ts';
import type { AssignTask, Claimed, ReleaseTask, TaskCommand } from '../command.ts';
import { advance, save } from '../open-dossier.ts';
import type { OpenDossier } from '../open-dossier.ts';
import { mustBeFree, openTask } from '../open-task.ts';
import { mustBeAllowed } from '../permission.ts';
import type { Surroundings } from '../runtime.ts';

/** Takes a task in hand; taking one's own again changes nothing. */
export async function claimTask(world: Surroundings, tx: Transaction, now: string, command: TaskCommand, isNew: IsNew): Promise<Claimed> {
  const { open, task, held } = await openTask(world, tx, now, command, isNew);
  await mustBeAllowed(open, task, command.actor, held);
  mustBeFree(task, command.actor, open.row.version);
  if (task.claimedBy === command.actor) return claimed(open, task);
  return give(open, task, command.actor, { kind: 'task.claim', actor: command.actor, about: { task: task.id, node: task.node } });
}

/** Gives a task to someone who may do it, whoever has it in hand; that `actor` may give it is for the caller to see to. */
export async function assignTask(world: Surroundings, tx: Transaction, now: string, command: AssignTask, isNew: IsNew): Promise<Claimed> {
  const { open, task, held } = await openTask(world, tx, now, command, isNew, command.to);
  await mustBeAllowed(open, task, command.to, held);
  return give(open, task, command.to, { kind: 'task.assign', actor: command.actor, about: { task: task.id, node: task.node, to: command.to } });
}

export async function releaseTask(world: Surroundings, tx: Transaction, now: string, command: ReleaseTask, isNew: IsNew): Promise<Claimed> {
  const { open, task } = await openTask(world, tx, now, command, isNew);
  if (task.claimedBy === null) return claimed(open, task);
  if (task.claimedBy !== command.actor && command.force !== true) {
    throw new Refused({ ok: false, refused: 'forbidden', message: `expected whoever took "${task.name.vi}" to give it back, but that was ${task.claimedBy}` });
  }
  return give(open, task, null, { kind: 'task.release', actor: command.actor, about: { task: task.id, node: task.node } });
}

async function give(open: OpenDossier, task: TaskRow, claimedBy: string | null, note: Parameters<typeof advance>[1]): Promise<Claimed> {
  const hand = { claimedBy, claimedAt: claimedBy === null ? null : open.now };
  const given = { ...task, ...hand };
  await open.tx.tasks.setOne({ dossierId: task.dossierId, id: task.id }, hand);
  open.tasks = open.tasks.map((one) => (one === task ? given : one));
  await advance(open, note, []);
  await save(open);
  return claimed(open, given);
}

/** Timers that fired while looking are kept too, even when the task itself did not change hands. */
async function claimed(open: OpenDossier, { id, claimedBy, claimedAt }: TaskRow): Promise<Claimed> {
  if (open.row.version !== open.saved.version) await save(open);
  return { taskId: id, dossierId: open.row.id, version: open.row.version, claimedBy, claimedAt };
}
