import { newestDossiers } from '../access/newest.ts';
import { dossierScope } from '../access/scope.ts';
import type { BegunRow } from '../api/begun.ts';
import type { Handlers } from '../http/handler.ts';
import type { Services } from '../services.ts';
import { dossierRows } from '../views/dossier-rows.ts';
import { namesOf } from '../views/names.ts';

const mostOpen = 500;
const page = 50;

/** What somebody began at the desk: where each stands, who has it, what was done last. */
export const begunHandlers = (services: Services) => ({
  'GET /api/desk/begun': ({ query, actor, at }) => services.store.read(async (tx) => {
    const scope = dossierScope(actor);
    const own = { begunBy: actor.account.id };
    const { rows, next } = query.list === 'ended'
      ? await newestDossiers(tx, scope, { ...own, status: { not: 'active' } }, { cursor: query.cursor, size: page })
      : { rows: await tx.dossiers.find({ all: [scope, { ...own, status: 'active' }] }, { order: [['dueAt', 'asc'], ['submittedAt', 'asc'], ['id', 'asc']], limit: mostOpen }), next: null };
    const listed = await dossierRows(tx, services, rows, at);
    const done = Map.groupBy(await tx.tasks.find({ dossierId: { in: rows.map(({ id }) => id) }, status: 'completed' }, { order: [['closedAt', 'asc']] }), ({ dossierId }) => dossierId);
    const open = listed.flatMap((one) => one.open);
    const names = await namesOf(tx, open.map(({ unitId }) => unitId), [...open.map(({ claimedBy }) => claimedBy), ...[...done.values()].map((steps) => steps.at(-1)!.closedBy)]);
    const dossiers = listed.map(({ view, open: steps }): BegunRow => {
      const last = done.get(view.id)?.at(-1);
      return {
        ...view, turns: steps.toSorted((one, other) => Number(one.claimedBy === actor.account.id) - Number(other.claimedBy === actor.account.id)).map(({ name, role, unitId, claimedBy }) => ({ name, role: role, unit: names.unit(unitId), person: names.person(claimedBy) })),
        last: last === undefined ? null : { name: last.name, by: names.person(last.closedBy), at: last.closedAt ?? last.openedAt },
      };
    });
    return { dossiers, next };
  }),
}) satisfies Partial<Handlers>;
