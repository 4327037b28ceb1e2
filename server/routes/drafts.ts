import type { Data } from '../../engine/state.ts';
import { prefill } from '../../forms/prefill.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DraftRow } from '../../storage/tables/drafts.ts';
import type { Actor } from '../access/actor.ts';
import type { DossierState } from '../api/clock.ts';
import { applicantFrom, draftContent, draftData, draftSummary, draftView } from '../views/draft-view.ts';
import { checkDraft } from '../forms/check-draft.ts';
import type { Handlers } from '../http/handler.ts';
import { once } from '../http/once.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { settled } from '../http/settled.ts';
import { isFiled } from '../library/package.ts';
import type { Services } from '../services.ts';
import { tellOf } from '../live/tell.ts';
import { lookUpsFor } from '../look-ups/look-up.ts';
import { lookUpsAtQuestions } from '../views/look-ups-view.ts';
import { filesIn } from '../views/files-view.ts';
import { namesOf } from '../views/names.ts';
import { paymentViews } from '../views/payment-view.ts';

export const draftHandlers = (services: Services) => {
  const { store, library } = services;
  const own = async (tx: Transaction, actor: Actor, id: string): Promise<DraftRow> => {
    const row = await tx.drafts.first({ id, accountId: actor.account.id, dossierId: null });
    if (row === undefined) throw notFound();
    return row;
  };
  /** A draft follows the published version until it is filed. */
  const current = async (tx: Transaction, key: string) => {
    const pack = await library.current(tx, key);
    if (pack === undefined || !isFiled(pack)) throw notFound();
    return pack;
  };

  return {
    'GET /api/drafts': ({ query, actor }) => store.read(async (tx) => {
      const rows = await tx.drafts.find({ accountId: actor.account.id, dossierId: null, ...(query.procedure === undefined ? {} : { procedureKey: query.procedure }) }, { order: [['updatedAt', 'desc']], limit: 100 });
      const drafts = [];
      for (const row of rows) {
        const pack = await library.current(tx, row.procedureKey);
        if (pack !== undefined) drafts.push(draftSummary(row, pack));
      }
      return { drafts };
    }),

    'POST /api/drafts': ({ body, actor, key, at }) => once(store, { actor: actor.account.id, key, kind: 'draft.begin', body, at }, async (tx) => {
      const pack = await current(tx, body.procedure);
      const form = pack.forms.get(pack.procedure.forms.application);
      const application = form === undefined ? {} : prefill(form, {}, { applicant: applicantFrom(actor.account) as unknown as Data }, at);
      const row: DraftRow = {
        id: services.newId(), accountId: actor.account.id, procedureKey: body.procedure, procedureHash: pack.hash,
        data: draftData({ application, unit: body.unit }), revision: 1, createdAt: at, updatedAt: at, dossierId: null,
      };
      if ((await tx.drafts.count({ accountId: actor.account.id, dossierId: null })) >= 50) {
        throw new ProblemError('rejected', { detail: { vi: 'Bạn đang có quá nhiều bản nháp. Vui lòng xóa bớt.', en: 'You have too many drafts. Please delete some.' } });
      }
      await tx.drafts.insert(row);
      return draftView(row, pack, actor.account);
    }),

    'GET /api/drafts/:id': ({ params, actor }) => store.read(async (tx) => {
      const row = await own(tx, actor, params.id);
      return draftView(row, await current(tx, row.procedureKey), actor.account);
    }),

    'GET /api/drafts/:id/look-ups': ({ params, actor, at }) => store.read(async (tx) => {
      const row = await own(tx, actor, params.id);
      const pack = await current(tx, row.procedureKey);
      const { application } = draftContent(row);
      return { lookUps: lookUpsAtQuestions(pack, { lookUps: await lookUpsFor(tx, pack, application, at), application }, at) };
    }),

    'PUT /api/drafts/:id': ({ params, body, actor, at }) => store.transaction(async (tx) => {
      const row = await own(tx, actor, params.id);
      const pack = await current(tx, row.procedureKey);
      const revision = body.revision + 1;
      const data = draftData({ application: body.data, delivery: body.delivery, unit: body.unit });
      const saved = await tx.drafts.update({ id: row.id, revision: body.revision, dossierId: null }, { data, revision, updatedAt: at, procedureHash: pack.hash });
      if (saved === 0) throw new ProblemError('revision-conflict', { current: draftView(row, pack, actor.account) as unknown as Data });
      return { revision, savedAt: at };
    }),

    'DELETE /api/drafts/:id': ({ params, actor }) => store.transaction(async (tx) => {
      const row = await own(tx, actor, params.id);
      await tx.files.remove({ draftId: row.id, dossierId: null });
      await tx.drafts.remove({ id: row.id, dossierId: null });
    }),

    'POST /api/drafts/:id/check': ({ params, actor, language, at }) => store.read(async (tx) => {
      const row = await own(tx, actor, params.id);
      return (await checkDraft(tx, await current(tx, row.procedureKey), row, actor, language, at)).view;
    }),

    'POST /api/drafts/:id/file': async ({ params, body, actor, key, language, at }) => {
      const draft = await store.read((tx) => tx.drafts.first({ id: params.id, accountId: actor.account.id }));
      if (draft === undefined) throw notFound();
      if (draft.dossierId === null && draft.revision !== body.revision) throw new ProblemError('revision-conflict');
      const ready = await store.read(async (tx) => {
        const pack = await current(tx, draft.procedureKey);
        return { pack, ...(await checkDraft(tx, pack, draft, actor, language, at)) };
      });
      if (draft.dossierId === null && !ready.view.valid) throw new ProblemError('invalid', { errors: ready.view.errors });
      if (ready.unit === undefined) throw new ProblemError('rejected', { detail: { vi: 'Địa điểm không thuộc phạm vi của đơn vị nào tiếp nhận thủ tục này.', en: 'No unit that takes this procedure is competent for the place.' } });
      const { pack, unit, receiving, delivery } = ready;
      const { account } = actor;
      const standing = settled(await services.runtime.file({
        actor: account.id, key, draftId: draft.id, expectedRevision: body.revision, procedureHash: pack.hash, unitId: unit.id, receivingUnitId: receiving.id,
        application: ready.view.data, applicant: { account: account.id, name: account.name, ...present({ idNo: account.idNo, phone: account.phone, email: account.email }) },
        channel: 'online', delivery: (delivery ?? {}) as Data, subject: ready.subject, fileIds: filesIn(ready.view.data).map(({ value }) => value.file),
        ...(pack.procedure.lookUps && { decided: { lookUps: ready.lookUps } }), ...(ready.spot && { spot: ready.spot }),
      }), 'dossier-closed');
      return store.read(async (tx) => {
        const dossier = await tx.dossiers.first({ id: standing.dossierId });
        if (dossier === undefined) throw notFound();
        tellOf(services.live, dossier, at);
        const first = await tx.tasks.first({ dossierId: dossier.id, status: 'open' }, { order: [['openedAt', 'asc']] });
        const payments = await tx.payments.find({ dossierId: dossier.id });
        const names = await namesOf(tx, [dossier.unitId]);
        return {
          dossier: dossier.id, code: dossier.code, procedure: { key: pack.procedure.key, name: pack.procedure.shortName }, unit: names.unit(dossier.unitId),
          state: dossier.state as DossierState, submittedAt: dossier.submittedAt, receptionDueAt: first?.dueAt ?? null, timeLimit: ready.view.timeLimit,
          payments: await paymentViews(tx, payments), trackUrl: `${services.configuration.publicUrl}/track?code=${encodeURIComponent(dossier.code)}`,
        };
      });
    },
  } satisfies Partial<Handlers>;
};

const present = (values: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null));
