import type { Transaction } from '../../storage/store.ts';
import type { TransferRow } from '../../storage/tables/transfers.ts';
import type { TransferView } from '../api/transfer.ts';
import type { Handlers } from '../http/handler.ts';
import type { Language } from '../http/language.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { settled } from '../http/settled.ts';
import type { Package } from '../library/package.ts';
import type { Services } from '../services.ts';
import { namesOf } from '../views/names.ts';
import { stepName } from '../views/step-name.ts';
import { reasonView } from '../views/transfer-reason.ts';

const statuses = ['open', 'moved', 'kept', 'undo', 'undone', 'stuck'] as const;

export const transferHandlers = (services: Services) => {
  const { store, runtime, library } = services;

  /** Both versions, which must be of the procedure in the address. Rejected while the one to go to was never in force: it may yet be called off. */
  const versionsOf = (key: string, from: string, to: string, at: string) => store.read(async (tx) => {
    const [former, target] = [await library.version(tx, from), await library.version(tx, to)];
    if (former?.procedure.key !== key || target?.procedure.key !== key) throw notFound();
    if (!(await wasInForce(tx, to, at))) throw new ProblemError('rejected', { detail: { vi: `Phiên bản ${target.version.number} chưa từng được áp dụng; chỉ chuyển hồ sơ sang phiên bản đã có hiệu lực.`, en: `Version ${target.version.number} was never in force; dossiers can only go on under one that is or was.` } });
    return { former, target };
  });

  const view = async (tx: Transaction, row: TransferRow, language: Language): Promise<TransferView> => {
    const [former, target] = [await library.version(tx, row.fromHash), await library.version(tx, row.toHash)];
    const progress = { open: 0, moved: 0, kept: 0, undo: 0, undone: 0, stuck: 0 };
    for (const status of statuses) progress[status] = await tx.transferItems.count({ transferId: row.id, status });
    const left = [];
    for (const item of await tx.transferItems.find({ transferId: row.id, status: { in: ['kept', 'stuck'] } }, { order: [['dossierId', 'asc']], limit: 50 })) {
      const dossier = await tx.dossiers.first({ id: item.dossierId });
      const between = item.status === 'kept' ? { former: former?.runnable, target: target?.runnable, mapping: row.mapping } : { former: target?.runnable, target: former?.runnable, mapping: {} };
      left.push({ dossier: item.dossierId, code: dossier?.code ?? '-', status: item.status, reasons: item.reasons.map((reason) => reasonView(reason, between, language)) });
    }
    const names = await namesOf(tx, [], [row.startedBy]);
    return {
      id: row.id, from: former?.version.number ?? 0, to: target?.version.number ?? 0, reason: row.reason.slice(0, 500), startedAt: row.startedAt, startedBy: names.person(row.startedBy), undoneAt: row.undoneAt, progress, left,
    };
  };

  return {
    'GET /api/designer/procedures/:key/transfers': ({ params, language }) => store.read(async (tx) => {
      const transfers = [];
      for (const row of await tx.transfers.find({ procedureKey: params.key }, { order: [['startedAt', 'desc'], ['id', 'asc']], limit: 20 })) transfers.push(await view(tx, row, language));
      return { transfers };
    }),

    'POST /api/designer/procedures/:key/transfers/examine': async ({ params, body, at, language }) => {
      const { former, target } = await versionsOf(params.key, body.from, body.to, at);
      const { dossiers, ...counts } = settled(await runtime.examineTransfer(body));
      const between = { former: former.runnable, target: target.runnable, mapping: body.mapping };
      const shown = dossiers.flatMap(({ verdict, ...dossier }) => (verdict === 'safe' ? [] : [{ ...dossier, verdict, reasons: dossier.reasons.map((reason) => reasonView(reason, between, language)) }]));
      const gone = new Set(shown.flatMap(({ reasons }) => reasons.filter(({ code }) => code === 'gone').map(({ element }) => element)));
      return { ...counts, dossiers: shown, gone: choices(former, (id) => gone.has(id) || Object.hasOwn(body.mapping, id)), targets: choices(target, (id) => !Object.hasOwn(former.definition.nodes, id)) };
    },

    'POST /api/designer/procedures/:key/transfers': async ({ params, body, actor, key, at }) => {
      await versionsOf(params.key, body.from, body.to, at);
      return { id: settled(await runtime.startTransfer({ actor: actor.account.id, key, ...body })).transferId };
    },

    'POST /api/designer/procedures/:key/transfers/:id/undo': async ({ params, body, actor, key }) => {
      const row = await store.read((tx) => tx.transfers.first({ id: params.id, procedureKey: params.key }));
      if (row === undefined) throw notFound();
      const answer = await runtime.undoTransfer({ actor: actor.account.id, key, transferId: row.id, reason: body.reason });
      if (!answer.ok && answer.refused === 'conflict') throw new ProblemError('rejected', { detail: { vi: 'Lần chuyển này đã được hoàn tác trước đó.', en: 'This transfer was undone before.' } });
      return { id: settled(answer).transferId };
    },
  } satisfies Partial<Handlers>;
};

/** Versions of before it was kept when they were offered are known by their dossiers. */
async function wasInForce(tx: Transaction, hash: string, at: string): Promise<boolean> {
  const row = await tx.procedureVersions.first({ hash });
  if (row === undefined) return false;
  return row.offered || row.offeredAt !== null || (row.offeredFrom !== null && row.offeredFrom <= at) || (await tx.dossiers.count({ procedureHash: hash })) > 0;
}

const choices = ({ definition: { nodes } }: Package, wanted: (id: string) => boolean) =>
  Object.values(nodes).filter(({ id }) => wanted(id)).map((node) => ({ id: node.id, kind: node.kind, name: stepName(node) }));
