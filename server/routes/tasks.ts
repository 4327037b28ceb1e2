import type { Standing } from '../../runtime/command.ts';
import { headsUnitOf, holdsStep, type Actor } from '../access/actor.ts';
import { findTask } from '../access/scope.ts';
import { assignable } from '../worklist/assignable.ts';
import type { TaskCompleted } from '../api/task.ts';
import type { DossierState } from '../api/clock.ts';
import type { Handlers } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import { settled } from '../http/settled.ts';
import { spotCorrected } from '../nearby/spot-of.ts';
import { tellOf } from '../live/tell.ts';
import type { Services } from '../services.ts';
import { tellingFirst } from './first-comer.ts';
import { checkAnswer } from '../forms/check-answer.ts';
import { openFolder } from '../views/folder.ts';
import { whoseRole } from '../views/step-name.ts';
import { barredFrom, taskView } from '../views/task-view.ts';
import { nextFor, worklist } from '../worklist/worklist.ts';
import { previewLetter } from '../letters/preview.ts';

export const taskHandlers = (services: Services) => {
  const view = (actor: Actor, id: string, at: string) => services.store.read(async (tx) => {
    const { task, dossier } = await findTask(tx, actor, id);
    return taskView(actor, task, await openFolder(tx, services, dossier, at), await assignable(tx, actor, task, at));
  });

  /** Reads the step within the actor's scope and refuses at once whom it is barred from. */
  const openFor = (actor: Actor, id: string, at: string) => services.store.read(async (tx) => {
    const { task, dossier } = await findTask(tx, actor, id);
    const folder = await openFolder(tx, services, dossier, at);
    const barred = barredFrom(actor, task, folder);
    if (barred === 'role') throw new ProblemError('forbidden');
    if (barred === 'four-eyes') throw new ProblemError('four-eyes');
    return { task, dossier, folder, barred };
  });

  return {
    'GET /api/tasks': ({ query, actor, at }) => services.store.read((tx) => worklist(tx, services, actor, query, at)),

    'GET /api/tasks/:id': ({ params, actor, at }) => view(actor, params.id, at),

    'POST /api/tasks/:id/claim': async ({ params, body, actor, key, at }) => {
      const { dossier } = await openFor(actor, params.id, at);
      await tellingFirst(services.store, params.id, async () => settled(await services.runtime.claimTask({ actor: actor.account.id, key, taskId: params.id, expectedVersion: body.expectedVersion })));
      tellOf(services.live, dossier, at);
      return view(actor, params.id, at);
    },

    'POST /api/tasks/:id/release': async ({ params, body, actor, key, at }) => {
      const { task, dossier } = await services.store.read((tx) => findTask(tx, actor, params.id));
      const heads = headsUnitOf(actor, task);
      if (task.claimedBy !== actor.account.id && !heads) throw new ProblemError('forbidden');
      await tellingFirst(services.store, task.id, async () => settled(await services.runtime.releaseTask({ actor: actor.account.id, key, taskId: task.id, expectedVersion: body.expectedVersion, ...(heads && task.claimedBy !== actor.account.id ? { force: true } : {}) })));
      tellOf(services.live, dossier, at);
      return view(actor, params.id, at);
    },

    'POST /api/tasks/:id/assign': async ({ params, body, actor, key, at }) => {
      const { task, dossier } = await services.store.read((tx) => findTask(tx, actor, params.id));
      if (!headsUnitOf(actor, task)) throw new ProblemError('forbidden');
      await tellingFirst(services.store, task.id, async () => settled(await services.runtime.assignTask({ actor: actor.account.id, key, taskId: task.id, to: body.account, expectedVersion: body.expectedVersion })));
      tellOf(services.live, dossier, at);
      return view(actor, params.id, at);
    },

    'POST /api/tasks/:id/complete': async ({ params, body, actor, key, language, at }) => {
      const { task, dossier, folder, barred } = await openFor(actor, params.id, at);
      const judged = services.store.read((tx) => checkAnswer(tx, folder, task, body.data, actor, language, at));
      // A repeat of what was accepted must be the same command, so it is judged the same; whatever else comes to a closed step is refused as closed.
      const data = barred === 'closed' ? await judged.catch(() => body.data) : await judged;
      const spot = task.role === 'applicant' ? await services.store.read((tx) => spotCorrected(tx, folder.pack, dossier.data, data, at)) : undefined;
      const standing = await tellingFirst(services.store, task.id, async () => settled(await services.runtime.completeTask({ actor: actor.account.id, key, taskId: task.id, expectedVersion: body.expectedVersion, data, ...(spot && { spot }) })));
      tellOf(services.live, dossier, at);
      return completed(services, actor, standing);
    },

    'POST /api/tasks/:id/raise': async ({ params, body, actor, key, at }) => {
      const { task, dossier } = await openFor(actor, params.id, at);
      const standing = await tellingFirst(services.store, task.id, async () => settled(await services.runtime.raiseFromTask({ actor: actor.account.id, key, taskId: task.id, ...body })));
      tellOf(services.live, dossier, at);
      return completed(services, actor, standing);
    },

    'POST /api/tasks/:id/letters/:letter/preview': async ({ params, body, actor, at }) => {
      const { folder, task } = await openFor(actor, params.id, at);
      return { content: await previewLetter(services, folder, task, params.letter, body.data, actor), type: 'application/pdf' };
    },
  } satisfies Partial<Handlers>;
};

function completed(services: Services, actor: Actor, standing: Standing): Promise<TaskCompleted> {
  return services.store.read(async (tx) => {
    const open = await tx.tasks.find({ dossierId: standing.dossierId, status: 'open' }, { order: [['openedAt', 'asc']] });
    return {
      dossier: standing.dossierId, version: standing.version, state: standing.state as DossierState,
      open: open.map((task) => ({ task: task.id, name: task.name, whose: whoseRole(task.role), mine: holdsStep(actor, task) })),
      nextTask: actor.account.kind === 'staff' ? await nextFor(tx, actor) : null,
    };
  });
}
