import { calendarOf } from '../../runtime/calendars.ts';
import type { Transaction } from '../../storage/store.ts';
import type { Where } from '../../storage/table.ts';
import { folded, type DossierRow } from '../../storage/tables/dossiers.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { Actor } from '../access/actor.ts';
import { taskScope } from '../access/scope.ts';
import type { WorkItem, Worklist, WorklistQuery } from '../api/task.ts';
import type { Services } from '../services.ts';
import { namesOf } from '../views/names.ts';
import { workItem } from '../views/task-view.ts';
import { unreadBy } from '../views/unread.ts';

/** How many open steps are looked at for one list; a unit has far fewer. */
const most = 2000;

/** Open steps by list: mine are those I took; team's are those of my roles; all are those of my units. */
function listScope(actor: Actor, scope: 'mine' | 'team' | 'all'): Where<TaskRow> {
  if (scope === 'mine') return { ...taskScope(actor), status: 'open', claimedBy: actor.account.id };
  if (scope === 'all') return { ...taskScope(actor), status: 'open' };
  const any = actor.roles.map(({ role, unitId }): Where<TaskRow> => ({ role, unitId }));
  return { any, status: 'open', role: { not: 'applicant' } };
}

/** The worklist: filtered, next due first, with what the filters can choose from. */
export async function worklist(tx: Transaction, services: Pick<Services, 'library' | 'store'>, actor: Actor, query: WorklistQuery, at: string): Promise<Worklist> {
  const scope = query.scope ?? 'team';
  const everything = await tx.tasks.find(listScope(actor, 'all'), { order: [['dueAt', 'asc']], limit: most });
  const teams = new Set((await tx.tasks.find(listScope(actor, 'team'), { limit: most })).map(({ id }) => id));
  const items = await itemsOf(tx, services, actor, everything, at);
  const inList = (item: WorkItem, list: 'mine' | 'team' | 'all'): boolean =>
    list === 'all' || (list === 'team' ? teams.has(item.id) : item.assignee?.id === actor.account.id);
  const listed = items.filter((item) => inList(item, scope));
  const found = listed.filter((item) => matches(item, query, at)).toSorted(orderOf(query.sort ?? 'due'));
  const from = cursorOf(query.cursor);
  const size = query.limit ?? 50;
  const count = (list: readonly WorkItem[], due: NonNullable<WorklistQuery['due']>): number => list.filter((item) => isDue(item, due, at)).length;
  return {
    items: found.slice(from, from + size),
    next: from + size < found.length ? String(from + size) : null,
    counts: {
      mine: items.filter((item) => inList(item, 'mine')).length, team: items.filter((item) => inList(item, 'team')).length, all: items.length,
      late: count(listed, 'late'), today: count(listed, 'today'), soon: count(listed, 'soon'), paused: count(listed, 'paused'),
    },
    steps: stepsOf(listed),
    procedures: [...new Map(listed.map(({ dossier }) => [dossier.procedure.key, dossier.procedure])).values()],
  };
}

/** Next due first; among equals, first come first served. */
const soonest = [['dueAt', 'asc'], ['openedAt', 'asc']] as const;

/** The next step the actor can do: their own first, then the earliest due of their roles. */
export async function nextFor(tx: Transaction, actor: Actor, _at: string): Promise<string | null> {
  const mine = await tx.tasks.first(listScope(actor, 'mine'), { order: soonest });
  const team = mine ?? (await tx.tasks.first({ ...listScope(actor, 'team'), claimedBy: null }, { order: soonest }));
  return team?.id ?? null;
}

async function itemsOf(tx: Transaction, services: Pick<Services, 'library' | 'store'>, actor: Actor, tasks: readonly TaskRow[], at: string): Promise<WorkItem[]> {
  const ids = [...new Set(tasks.map(({ dossierId }) => dossierId))];
  const dossiers = new Map<string, DossierRow>((await tx.dossiers.find({ id: { in: ids } })).map((row) => [row.id, row]));
  const others = Map.groupBy(await tx.tasks.find({ dossierId: { in: ids } }), ({ dossierId }) => dossierId);
  const names = await namesOf(tx, tasks.map(({ unitId }) => unitId), tasks.map(({ claimedBy }) => claimedBy));
  const unread = await unreadBy(tx, actor, [...dossiers.values()]);
  const items: WorkItem[] = [];
  for (const task of tasks) {
    const dossier = dossiers.get(task.dossierId);
    const pack = dossier && (await services.library.version(tx, dossier.procedureHash));
    if (dossier === undefined || pack === undefined) continue;
    const calendar = await calendarOf(services.store, tx, dossier.unitId);
    items.push(workItem(actor, task, { dossier, pack, calendar, tasks: others.get(dossier.id) ?? [], names, at }, unread(dossier.id)));
  }
  return items;
}

function matches(item: WorkItem, query: WorklistQuery, at: string): boolean {
  const { dossier } = item;
  if (query.procedure !== undefined && dossier.procedure.key !== query.procedure) return false;
  if (query.node !== undefined && item.node !== query.node) return false;
  if (query.state !== undefined && dossier.state !== query.state) return false;
  if (query.due !== undefined && !isDue(item, query.due, at)) return false;
  return query.q === undefined || folded(`${dossier.code} ${dossier.applicant} ${dossier.subject ?? ''}`).includes(folded(query.q));
}

const dueOf = ({ clock, dossier }: WorkItem): string => [clock.dueAt, dossier.clock.dueAt].filter((due) => due !== null).toSorted()[0] ?? '9999';

/** The local day (Vietnam has no summer time). */
const dayOf = (at: string): string => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);

function isDue(item: WorkItem, due: NonNullable<WorklistQuery['due']>, at: string): boolean {
  switch (due) {
    case 'late': return item.badges.includes('late');
    case 'soon': return item.badges.includes('soon');
    case 'paused': return item.badges.includes('paused');
    case 'today': return dueOf(item) !== '9999' && dayOf(dueOf(item)) === dayOf(at);
  }
}

const orderOf = (sort: 'due' | 'opened' | 'submitted') => (one: WorkItem, other: WorkItem): number => {
  const of = (item: WorkItem): string => (sort === 'due' ? dueOf(item) : sort === 'opened' ? item.openedAt : item.dossier.submittedAt);
  // among equals, first come first served
  return of(one).localeCompare(of(other)) || one.dossier.submittedAt.localeCompare(other.dossier.submittedAt) || one.dossier.code.localeCompare(other.dossier.code) || one.id.localeCompare(other.id);
};

const cursorOf = (cursor: string | undefined): number => (cursor !== undefined && /^\d{1,6}$/.test(cursor) ? Number(cursor) : 0);

function stepsOf(items: readonly WorkItem[]): Worklist['steps'] {
  const groups = Map.groupBy(items, ({ node, dossier }) => `${dossier.procedure.key} ${node}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ node: first.node, name: first.name, procedure: first.dossier.procedure.key, count: group.length }];
  });
}
