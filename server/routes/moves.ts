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
    return { row, nodes: pack.definition.nodes };
  });

  return {
    'GET /api/dossiers/:id/process': async ({ params }) => {
      const { row, nodes } = await opened(params.id);
      const nameOf = (id: string) => (nodes[id] === undefined ? { vi: id, en: id } : stepName(nodes[id]));
      return {
        dossier: row.id, code: row.code, version: row.version,
        tokens: row.progress.tokens.map(({ id, at, wait }) => ({ token: id, node: at, step: nameOf(at), waits: wait.on })),
        steps: Object.values(nodes).filter(({ kind }) => places.has(kind)).map((node) => ({ node: node.id, kind: node.kind, step: stepName(node) })),
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
      const command = { actor: actor.account.id, key, dossierId: params.id, node: body.node };
      const { version } = settled(await (body.done === true ? services.runtime.endSteps(command) : services.runtime.beginStep(command)), 'dossier-closed');
      return { version };
    },
  } satisfies Partial<Handlers>;
};
