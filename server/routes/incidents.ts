import { readableAmong } from '../access/scope.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound } from '../http/problem-error.ts';
import { settled } from '../http/settled.ts';
import type { Services } from '../services.ts';
import { failedStarts, startNamed } from '../views/failed-starts.ts';
import { incidentView } from '../views/incident-view.ts';

export const incidentHandlers = (services: Services) => ({
  'GET /api/incidents': ({ actor }) => services.store.read(async (tx) => {
    const rows = await tx.incidents.find({ resolvedAt: null }, { order: [['raisedAt', 'desc']], limit: 200 });
    const readable = await readableAmong(tx, actor, rows.map(({ dossierId }) => dossierId));
    const incidents = [];
    for (const row of rows) {
      const dossier = await tx.dossiers.first({ id: row.dossierId });
      const pack = dossier && (await services.library.version(tx, dossier.procedureHash));
      if (dossier !== undefined && pack !== undefined) incidents.push(incidentView(row, dossier, pack, readable.has(dossier.id)));
    }
    return { incidents, starts: await failedStarts(services, tx) };
  }),

  'POST /api/incidents/:id/retry': async ({ params, body, actor, key }) => {
    settled(await services.runtime.retryIncident({ actor: actor.account.id, key, ...(await openIncident(services, params.id)), ...body }), 'dossier-closed');
  },

  'POST /api/incidents/:id/skip': async ({ params, body, actor, key }) => {
    settled(await services.runtime.skipIncident({ actor: actor.account.id, key, ...(await openIncident(services, params.id)), ...body }), 'dossier-closed');
  },

  'POST /api/starts/:id/retry': async ({ params, actor, key }) => {
    settled(await services.runtime.retryStart({ actor: actor.account.id, key, ...timerOf(params.id) }));
  },

  'POST /api/starts/:id/skip': async ({ params, body, actor, key }) => {
    settled(await services.runtime.skipStart({ actor: actor.account.id, key, ...timerOf(params.id), ...body }));
  },
}) satisfies Partial<Handlers>;

function timerOf(id: string): NonNullable<ReturnType<typeof startNamed>> {
  const which = startNamed(id);
  if (which === undefined) throw notFound();
  return which;
}

/** An id is the dossier's and the number of the incident in it; a timer's is below zero. */
async function openIncident({ store }: Services, id: string): Promise<{ readonly dossierId: string; readonly incident: number }> {
  const [, dossierId = '', number = ''] = /^(.+)_(-?\d{1,9})$/.exec(id) ?? [];
  const row = number === '' ? undefined : await store.read((tx) => tx.incidents.first({ dossierId, incident: Number(number), resolvedAt: null }));
  if (row === undefined) throw notFound();
  return { dossierId, incident: row.incident };
}
