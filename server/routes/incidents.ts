import type { Handlers } from '../http/handler.ts';
import { notFound } from '../http/problem-error.ts';
import { settled } from '../http/settled.ts';
import type { Services } from '../services.ts';
import { incidentView } from '../views/incident-view.ts';

export const incidentHandlers = (services: Services) => ({
  'GET /api/incidents': () => services.store.read(async (tx) => {
    const rows = await tx.incidents.find({ resolvedAt: null }, { order: [['raisedAt', 'desc']], limit: 200 });
    const incidents = [];
    for (const row of rows) {
      const dossier = await tx.dossiers.first({ id: row.dossierId });
      const pack = dossier && (await services.library.version(tx, dossier.procedureHash));
      if (dossier !== undefined && pack !== undefined) incidents.push(incidentView(row, dossier, pack));
    }
    return { incidents };
  }),

  'POST /api/incidents/:id/retry': async ({ params, body, actor, key }) => {
    settled(await services.runtime.retryIncident({ actor: actor.account.id, key, ...(await openIncident(services, params.id)), ...body }), 'dossier-closed');
  },

  'POST /api/incidents/:id/skip': async ({ params, body, actor, key }) => {
    settled(await services.runtime.skipIncident({ actor: actor.account.id, key, ...(await openIncident(services, params.id)), ...body }), 'dossier-closed');
  },
}) satisfies Partial<Handlers>;

/** An id is the dossier's and the number of the incident in it; a timer's is below zero. */
async function openIncident({ store }: Services, id: string): Promise<{ readonly dossierId: string; readonly incident: number }> {
  const [, dossierId = '', number = ''] = /^(.+)_(-?\d{1,9})$/.exec(id) ?? [];
  const row = number === '' ? undefined : await store.read((tx) => tx.incidents.first({ dossierId, incident: Number(number), resolvedAt: null }));
  if (row === undefined) throw notFound();
  return { dossierId, incident: row.incident };
}
