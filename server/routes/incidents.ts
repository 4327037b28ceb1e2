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
    const [, dossierId = '', number = ''] = /^(.+)_(\d{1,9})$/.exec(params.id) ?? [];
    const row = await services.store.read((tx) => tx.incidents.first({ dossierId, incident: Number(number || '-1'), resolvedAt: null }));
    if (row === undefined) throw notFound();
    settled(await services.runtime.retryIncident({ actor: actor.account.id, key, dossierId, incident: row.incident, ...(body.data === undefined ? {} : { data: body.data }) }), 'dossier-closed');
  },
}) satisfies Partial<Handlers>;
