import type { Selection, Where } from '../../storage/table.ts';
import { folded } from '../../storage/tables/dossiers.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { Person } from '../access/actor.ts';
import { taskScope } from '../access/scope.ts';
import type { WorklistQuery } from '../api/task.ts';

type Steps = Where<TaskRow>;

/** Open steps by list, of what the actor may read: mine are those I took; team's are those of my roles; all are those of my units. */
export function listed(actor: Person, scope: 'mine' | 'team' | 'all'): Steps {
  const readable: Steps = taskScope(actor);
  if (scope === 'mine') return { status: 'open', all: [readable], claimedBy: actor.account.id };
  return scope === 'all' ? { status: 'open', all: [readable] } : { status: 'open', all: [readable], any: actor.roles.map(({ role, unitId }): Steps => ({ unitId, roles: { has: role } })) };
}

/** What the filters leave. */
export function narrowed({ procedure, node, state, due, q }: WorklistQuery, at: string): Steps {
  return {
    ...(due !== undefined && dueness(due, at)),
    ...(procedure !== undefined && { procedureKey: procedure }), ...(node !== undefined && { node }), ...(state !== undefined && { state }),
    ...(q !== undefined && { search: { contains: folded(q) } }),
  };
}

/** How a step stands at an instant, as its badges say: a paused dossier is neither late nor due soon. */
export function dueness(due: NonNullable<WorklistQuery['due']>, at: string): Steps {
  switch (due) {
    case 'late': return { pausedAt: null, firstDueAt: { lt: at } };
    case 'soon': return { pausedAt: null, firstSoonAt: { lte: at }, any: [{ firstDueAt: null }, { firstDueAt: { gte: at } }] };
    case 'paused': return { pausedAt: { not: null } };
    case 'today': return { firstDueAt: dayOf(at) };
  }
}

const day = 24 * 3_600_000;
/** Vietnam has no summer time. */
const zone = 7 * 3_600_000;

/** The local day of an instant. */
function dayOf(at: string): { readonly gte: string; readonly lt: string } {
  const begins = Math.floor((Date.parse(at) + zone) / day) * day - zone;
  return { gte: new Date(begins).toISOString(), lt: new Date(begins + day).toISOString() };
}

/** Among equals, first come first served. */
export const orderOf = (sort: NonNullable<WorklistQuery['sort']>): NonNullable<Selection<TaskRow>['order']> =>
  [[({ due: 'firstDueAt', opened: 'openedAt', submitted: 'submittedAt' } as const)[sort], 'asc'], ['submittedAt', 'asc'], ['code', 'asc'], ['id', 'asc']];
