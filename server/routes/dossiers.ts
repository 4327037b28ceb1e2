import { dossierScope, findDossier } from '../access/scope.ts';
import type { DossierState } from '../api/clock.ts';
import type { Handlers } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import { settled } from '../http/settled.ts';
import { tellOf } from '../live/tell.ts';
import { askedNow, strayAnswers } from '../rating/rating-form.ts';
import type { Services } from '../services.ts';
import { dossierView, myDossier } from '../views/dossier-view.ts';
import { openFolder } from '../views/folder.ts';
import { recordProof } from '../views/record-proof.ts';
import { unreadBy } from '../views/unread.ts';
import { mayWithdraw, WITHDRAWN } from '../views/may-withdraw.ts';

export const dossierHandlers = (services: Services) => ({
  'GET /api/dossiers': async ({ actor, at }) => services.store.read(async (tx) => {
    const rows = await tx.dossiers.find(dossierScope(actor), { order: [['submittedAt', 'desc']], limit: 100 });
    const unread = await unreadBy(tx, actor, rows);
    const dossiers = [];
    for (const row of rows) if (await services.library.listed(tx, row.procedureHash)) dossiers.push(myDossier(await openFolder(tx, services, row, at), unread(row.id)));
    return { dossiers };
  }),

  'GET /api/dossiers/:id': async ({ params, actor, at }) => services.store.read(async (tx) => {
    const row = await findDossier(tx, actor, params.id);
    const unread = await unreadBy(tx, actor, [row]);
    return dossierView(tx, services, await openFolder(tx, services, row, at), actor, unread(row.id));
  }),

  'POST /api/dossiers/:id/withdraw': async ({ params, body, actor, key, at }) => {
    const row = await services.store.read((tx) => findDossier(tx, actor, params.id));
    // one that is closed or withdrawn is for the command to tell: it may be this very act, repeated
    if (row.status === 'active' && row.state !== WITHDRAWN && !mayWithdraw(row)) throw new ProblemError('rejected', { detail: { vi: 'Hồ sơ đã có kết quả nên không rút được nữa.', en: 'The dossier has its result and cannot be withdrawn any more.' } });
    const standing = settled(await services.runtime.withdraw({ actor: actor.account.id, key, dossierId: row.id, expectedVersion: body.expectedVersion, reason: body.reason }), 'dossier-closed');
    tellOf(services.live, row, at);
    return { dossier: standing.dossierId, version: standing.version, state: standing.state as DossierState };
  },

  'POST /api/dossiers/:id/rating': async ({ params, body, actor, at, language }) => services.store.transaction(async (tx) => {
    const row = await findDossier(tx, actor, params.id);
    const form = askedNow(row, at);
    if (form === undefined) throw new ProblemError('rejected');
    const errors = strayAnswers(form, body, language);
    if (errors.length > 0) throw new ProblemError('invalid', { errors });
    const kept = await tx.ratings.insertIfAbsent({ dossierId: row.id, stars: body.score, comment: body.comment ?? null, answers: body.answers ?? {}, at });
    if (!kept) throw new ProblemError('rejected', { detail: { vi: 'Hồ sơ này đã được đánh giá.', en: 'This dossier has been rated already.' } });
  }),

  'GET /api/dossiers/:id/record': async ({ params, actor }) => {
    const row = await services.store.read((tx) => findDossier(tx, actor, params.id));
    const verdict = await services.runtime.verify(row.id);
    const proof = await services.runtime.proof(row.id);
    return services.store.read((tx) => recordProof(tx, row, verdict, proof));
  },
}) satisfies Partial<Handlers>;
