import { awaitedData } from '../../engine/awaited-data.ts';
import { stateOf } from '../../storage/tables/dossiers.ts';
import { findDossier } from '../access/scope.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound } from '../http/problem-error.ts';
import { settled } from '../http/settled.ts';
import type { Services } from '../services.ts';
import { stepName } from '../views/step-name.ts';

/** Kinds to which a person would move a token: others pass by themselves. */
const places: ReadonlySet<string> = new Set(['userTask', 'serviceTask', 'receiveTask', 'intermediateCatchEvent', 'businessRuleTask', 'scriptTask', 'sendTask', 'subProcess', 'callActivity', 'adHocSubProcess', 'transaction', 'endEvent', 'state']);

export const moveHandlers = (services: Services) => {
  const opened = (id: string) => services.store.read(async (tx) => {
    const row = await tx.dossiers.first({ id });
    const pack = row && (await services.library.version(tx, row.procedureHash));
    if (row === undefined || pack === undefined) throw notFound();
    return { row, definition: pack.definition, nodes: pack.definition.nodes, whole: pack.definition.id, chart: pack.definition.machine !== undefined, procedure: { key: pack.procedure.key, name: pack.procedure.shortName } };
  });

  return {
    'GET /api/dossiers/:id/process': async ({ params }) => {
      const { row, definition, nodes, whole, ...about } = await opened(params.id);
      const awaiting = new Set(awaitedData(definition, stateOf(row)).map(({ token }) => token));
      const back = await services.runtime.moveBack(row.id);
      const mover = back && (await services.store.read((tx) => tx.accounts.first({ id: back.actor })));
      const nameOf = (id: string) => (nodes[id] === undefined ? { vi: id, en: id } : stepName(nodes[id]));
      return {
        dossier: row.id, code: row.code, version: row.version, ...about,
        tokens: row.progress.tokens.filter(({ at }) => at !== whole).map(({ id, at, wait }) => ({ token: id, node: at, step: nameOf(at), waits: awaiting.has(id) ? 'data' : wait.on })),
        back: back === undefined ? null : { at: back.at, by: mover?.name ?? back.actor, from: back.from.map(nameOf), to: back.to.map(nameOf), cancel: [...back.cancel], begin: [...back.begin] },
        steps: Object.values(nodes).filter(({ id, kind }) => id !== whole && places.has(kind)).map((node) => ({ node: node.id, kind: node.kind, step: stepName(node) })),
      };
    },

    'POST /api/dossiers/:id/move/preview': async ({ params, body, actor }) => {
      const { nodes } = await opened(params.id);
      const effects = settled(await services.runtime.previewMove({ actor: actor.account.id, dossierId: params.id, ...body }), 'dossier-closed');
      return { effects: effects.map((effect) => {
        const node = 'node' in effect ? nodes[effect.node] : undefined;
        return { type: effect.type, node: node?.id ?? null, step: node === undefined ? null : stepName(node) };
      }) };
    },

    'POST /api/dossiers/:id/move': async ({ params, body, actor, key }) => {
      const { version } = settled(await services.runtime.move({ actor: actor.account.id, key, dossierId: params.id, ...body }), 'dossier-closed');
      return { version };
    },

    'POST /api/desk/dossiers/:id/steps': async ({ params, body, actor, key }) => {
      await services.store.read((tx) => findDossier(tx, actor, params.id));
      const command = { actor: actor.account.id, key, dossierId: params.id, node: body.node, ...(body.token !== undefined && { token: body.token }) };
      const { version } = settled(await (body.done === true ? services.runtime.endSteps(command) : services.runtime.beginStep(command)), 'dossier-closed');
      return { version };
    },
  } satisfies Partial<Handlers>;
};
