import type { Message } from '../api/dossier.ts';
import { findDossier } from '../access/scope.ts';
import type { Handlers } from '../http/handler.ts';
import { once } from '../http/once.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Services } from '../services.ts';
import { tellOf } from '../live/tell.ts';
import { namesOf, type Names } from '../views/names.ts';
import { noticeText } from '../views/notice.ts';
import { saidNotices } from '../../runtime/due-moved.ts';
import { asLeft } from '../../runtime/news.ts';
import { readUntil } from '../views/unread.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { MessageRow } from '../../storage/tables/messages.ts';

export const messageHandlers = (services: Services) => ({
  'GET /api/dossiers/:id/messages': async ({ params, actor }) => services.store.read(async (tx) => {
    const dossier = await findDossier(tx, actor, params.id);
    const rows = await tx.messages.find({ dossierId: dossier.id }, { order: [['at', 'asc'], ['id', 'asc']], limit: 500 });
    const { applicantAccount: recipient } = dossier;
    const notices = recipient === null ? [] : await tx.outbox.find({ dossierId: dossier.id, recipient, ...saidNotices }, { order: asLeft, limit: 500 });
    const names = await namesOf(tx, [dossier.unitId]);
    const side = actor.account.kind;
    const until = await readUntil(tx, actor, dossier.id);
    const said = rows.map((row) => messageView(row, dossier, names, row.side !== side && row.at > until));
    const pack = await services.library.version(tx, dossier.procedureHash);
    const told = notices.map((row): Message => {
      const { title, body } = noticeText(row, pack?.procedure ?? {});
      return { id: row.id, at: row.createdAt, from: 'system', name: null, title, text: body, unread: side === 'citizen' && row.createdAt > until };
    });
    return { messages: [...said, ...told].toSorted((one, other) => one.at.localeCompare(other.at)) };
  }),

  // only ever forward: a page that was opened long ago takes nothing back
  'PUT /api/dossiers/:id/messages/read': async ({ params, body, actor, at }) => services.store.transaction(async (tx) => {
    const dossier = await findDossier(tx, actor, params.id);
    const mine = { dossierId: dossier.id, account: actor.account.id };
    const until = body.until < at ? body.until : at;
    if (await tx.readings.insertIfAbsent({ ...mine, until })) return;
    await tx.readings.update({ ...mine, until: { lt: until } }, { until });
  }),

  'POST /api/dossiers/:id/messages': async ({ params, body, actor, key, at }) => {
    const message = await once(services.store, { actor: actor.account.id, key, kind: 'message.write', body: { ...params, ...body }, at }, async (tx) => {
      const dossier = await findDossier(tx, actor, params.id);
      if (dossier.status !== 'active') throw new ProblemError('dossier-closed');
      const row: MessageRow = { id: services.newId(), dossierId: dossier.id, author: actor.account.id, side: actor.account.kind, body: body.text, at };
      await tx.messages.insert(row);
      tellOf(services.live, dossier, at);
      return messageView(row, dossier, await namesOf(tx, [dossier.unitId]), false);
    });
    return message;
  },
}) satisfies Partial<Handlers>;

function messageView(row: MessageRow, dossier: DossierRow, names: Names, unread: boolean): Message {
  const name = row.side === 'citizen' ? { vi: dossier.applicantName ?? '', en: dossier.applicantName ?? '' } : names.unit(dossier.unitId).name;
  return { id: row.id, at: row.at, from: row.side === 'citizen' ? 'applicant' : 'unit', name, title: null, text: { vi: row.body, en: row.body }, unread };
}
