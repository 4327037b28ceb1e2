import { folded } from '../../storage/tables/dossiers.ts';
import { noteAccess } from '../access/access-log.ts';
import { newestDossiers } from '../access/newest.ts';
import { dossierScope, findDossier } from '../access/scope.ts';
import type { Handlers } from '../http/handler.ts';
import { once } from '../http/once.ts';
import { notFound } from '../http/problem-error.ts';
import { setPolicy } from '../http/security-headers.ts';
import { fillPaper } from '../letters/make.ts';
import type { Services } from '../services.ts';
import { disposition } from '../uploads/file-name.ts';
import { deskView } from '../views/desk-view.ts';
import { dossierRows } from '../views/dossier-rows.ts';
import { openFolder } from '../views/folder.ts';

export const deskHandlers = (services: Services) => ({
  'GET /api/desk/dossiers': ({ query, actor, at }) => services.store.read(async (tx) => {
    const narrowed = {
      ...(query.state === undefined ? {} : { state: query.state }), ...(query.procedure === undefined ? {} : { procedureKey: query.procedure }),
      ...(query.q === undefined || folded(query.q) === '' ? {} : { search: { contains: folded(query.q) } }),
    };
    const { rows: listed, next } = await newestDossiers(tx, dossierScope(actor), narrowed, { cursor: query.cursor, size: query.limit ?? 50 });
    const dossiers = (await dossierRows(tx, services, listed, at)).map(({ view }) => view);
    return { dossiers, next };
  }),

  'GET /api/desk/dossiers/:id': ({ params, actor, at, requestId }) => services.store.transaction(async (tx) => {
    const dossier = await findDossier(tx, actor, params.id);
    await noteAccess(tx, actor, { id: services.newId(), dossierId: dossier.id, action: 'dossier', requestId, at });
    return deskView(tx, services, await openFolder(tx, services, dossier, at), actor);
  }),

  // Mẫu 06: made from the record as it stands, so nothing of it is kept; its code leads to the tracking page.
  'GET /api/desk/dossiers/:id/control-sheet': async ({ params, actor, context, at }) => {
    const { code, paper } = await services.store.read(async (tx) => {
      const dossier = await findDossier(tx, actor, params.id);
      const facts = { inputs: {}, number: null, issuedAt: at, code: dossier.code, acting: actor.account.id };
      return { code: dossier.code, paper: await fillPaper(tx, services, await openFolder(tx, services, dossier, at), 'control-sheet', facts, '/track') };
    });
    if (paper === undefined) throw notFound();
    setPolicy(context, 'shown');
    return { content: await paper.render(), type: 'application/pdf', headers: { 'Content-Disposition': disposition('inline', `${paper.title.vi} ${code}.pdf`), 'Cache-Control': 'private, no-store' } };
  },

  'POST /api/desk/dossiers/:id/notes': ({ params, body, actor, key, at }) =>
    once(services.store, { actor: actor.account.id, key, kind: 'note.write', body: { ...params, ...body }, at }, async (tx) => {
      const dossier = await findDossier(tx, actor, params.id);
      const row = { id: services.newId(), dossierId: dossier.id, author: actor.account.id, body: body.text, at };
      await tx.notes.insert(row);
      return { id: row.id, at, by: { id: actor.account.id, name: actor.account.name }, text: row.body };
    }),
}) satisfies Partial<Handlers>;
