import { readableAmong } from '../access/scope.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { once } from '../http/once.ts';
import { settled } from '../http/settled.ts';
import { callOffDue } from '../library/coming.ts';
import { offerAgain } from '../library/offer-due.ts';
import { sendAgain } from '../payments/give-back.ts';
import type { Services } from '../services.ts';
import { failureNamed, failures, type Failed } from '../views/failures.ts';
import { incidentView } from '../views/incident-view.ts';

export const incidentHandlers = (services: Services) => ({
  'GET /api/incidents': ({ actor }) => services.store.read(async (tx) => {
    const rows = await tx.incidents.find({ resolvedAt: null }, { order: [['raisedAt', 'desc']], limit: 200 });
    const readable = await readableAmong(tx, actor, rows.map(({ dossierId }) => dossierId));
    const incidents = [];
    for (const row of rows) {
      const dossier = await tx.dossiers.first({ id: row.dossierId });
      const pack = dossier && (await services.library.listed(tx, dossier.procedureHash));
      if (dossier !== undefined && pack !== undefined) incidents.push(incidentView(row, dossier, pack, readable.has(dossier.id)));
    }
    return { incidents, failures: await failures(services, tx) };
  }),

  'POST /api/incidents/:id/retry': async ({ params, body, actor, key }) => {
    settled(await services.runtime.retryIncident({ actor: actor.account.id, key, ...(await incidentNamed(services, params.id)), ...body }), 'dossier-closed');
  },

  'POST /api/incidents/:id/skip': async ({ params, body, actor, key }) => {
    settled(await services.runtime.skipIncident({ actor: actor.account.id, key, ...(await incidentNamed(services, params.id)), ...body }), 'dossier-closed');
  },

  'POST /api/failures/:failure/retry': async ({ params, actor, key, at }) => {
    const command = { actor: actor.account.id, key };
    const failed = failedOf(params.failure);
    switch (failed.kind) {
      case 'start': return void settled(await services.runtime.retryStart({ ...command, ...failed.start }));
      case 'word': return void settled(await services.runtime.retryWord({ ...command, postId: failed.postId }));
      case 'refund': return once(services.store, { ...command, kind: 'refund.retry', body: { notice: failed.notice }, at }, (tx) => sendAgain(tx, failed.notice, at));
      case 'version': await once(services.store, { ...command, kind: 'version.retry', body: { hash: failed.hash }, at }, (tx) => offerAgain(services, tx, failed.hash));
    }
  },

  'POST /api/failures/:failure/skip': async ({ params, body, actor, key, at }) => {
    const command = { actor: actor.account.id, key, reason: body.reason };
    const failed = failedOf(params.failure);
    switch (failed.kind) {
      case 'start': return void settled(await services.runtime.skipStart({ ...command, ...failed.start }));
      case 'word': return void settled(await services.runtime.skipWord({ ...command, postId: failed.postId }));
      // Whether it is given back in another way is for whoever keeps the money.
      case 'refund': throw new ProblemError('rejected');
      case 'version': await once(services.store, { ...command, kind: 'version.skip', body: { hash: failed.hash, reason: body.reason }, at }, (tx) => callOffDue(services, tx, failed.hash, { actor: actor.account.id, at, reason: body.reason }));
    }
  },
}) satisfies Partial<Handlers>;

function failedOf(id: string): Failed {
  const failed = failureNamed(id);
  if (failed === undefined) throw notFound();
  return failed;
}

/** An id is the dossier's and the number of the incident in it; a timer's is below zero. Whether it is still open the command finds: a repeat gets the first answer. */
async function incidentNamed({ store }: Services, id: string): Promise<{ readonly dossierId: string; readonly incident: number }> {
  const [, dossierId = '', number = ''] = /^(.+)_(-?\d{1,9})$/.exec(id) ?? [];
  const row = number === '' ? undefined : await store.read((tx) => tx.incidents.first({ dossierId, incident: Number(number) }));
  if (row === undefined) throw notFound();
  return { dossierId, incident: row.incident };
}
