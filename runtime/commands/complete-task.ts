import type { Event } from '../../engine/event.ts';
import type { Data, Json } from '../../engine/state.ts';
import type { Transaction } from '../../storage/store.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { IsNew } from '../apply-command.ts';
import type { CompleteTask, Spot, Standing } from '../command.ts';
import { advance } from '../open-dossier.ts';
import type { OpenDossier } from '../open-dossier.ts';
import { mustBeFree, openTask } from '../open-task.ts';
import { mustBeAllowed } from '../permission.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';
import { answerSupplement, askSupplement, invalid } from '../supplement.ts';

/** A person has done a step: its answer is checked against its form, kept, and the process goes on. */
export async function completeTask(world: Surroundings, tx: Transaction, now: string, command: CompleteTask, isNew: IsNew): Promise<Standing> {
  const { actor, data } = command;
  const { open, task, held } = await openTask(world, tx, now, command, isNew);
  await mustBeAllowed(open, task, actor, held);
  mustBeFree(task, actor, open.row.version);

  const corrected = task.role === 'applicant' ? await answerSupplement(open, data) : undefined;
  const application = corrected && (open.procedure.settle?.(corrected) ?? corrected);
  mustBeRight(open, task, data, application);
  if (task.role !== 'applicant') await askSupplement(open, task, data, actor);

  const corrections: Event[] = application === undefined ? [] : [{ type: 'data', at: now, by: actor, data: { application } }];
  if (application !== undefined && command.spot !== undefined) await moveSpot(open, world.newId(), command.spot);
  const about = { task: task.id, node: task.node };
  await advance(open, { kind: 'task.complete', actor, about }, [...corrections, { type: 'task.complete', at: now, by: actor, token: task.token, data }]);
  return settled(open);
}

/** Whoever follows the dossier goes on following it. */
async function moveSpot({ tx, row, now }: OpenDossier, id: string, spot: Spot): Promise<void> {
  if ((await tx.spots.update({ dossierId: row.id }, spot)) === 0) await tx.spots.insert({ id, dossierId: row.id, procedureKey: row.procedureKey, ...spot, at: now });
}

/** A correction is judged as part of the whole application, other answers by their own form. */
function mustBeRight({ procedure, row }: OpenDossier, task: TaskRow, answer: Json, application: Data | undefined): void {
  const form = application === undefined ? task.form : 'application';
  const faults = form === null ? [] : (procedure.check?.(form, application ?? answer, row.data) ?? []);
  if (faults.length > 0) throw invalid(application === undefined ? faults : faults.map((fault) => ({ ...fault, path: `changes.${fault.path}` })));
}
