import type { Transaction } from '../../storage/store.ts';
import type { Tally } from '../../storage/table.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { Actor } from '../access/actor.ts';
import type { Worklist, WorklistQuery } from '../api/task.ts';
import type { Services } from '../services.ts';
import { stepName } from '../views/step-name.ts';
import { dueness, listed, narrowed, orderOf } from './asked.ts';
import { itemsOf } from './items.ts';

type Library = Pick<Services, 'library' | 'store'>;

/**
 * The worklist: filtered, next due first, with what the filters can choose from. The database counts, sorts and cuts; of the steps
 * beyond the page nothing is read.
 */
export async function worklist(tx: Transaction, services: Library, actor: Actor, query: WorklistQuery, at: string): Promise<Worklist> {
  const list = listed(actor, query.scope ?? 'team');
  const from = cursorOf(query.cursor);
  const size = query.limit ?? 50;
  const page = tx.tasks.find({ all: [list, narrowed(query, at)] }, { order: orderOf(query.sort ?? 'due'), limit: size + 1, offset: from });
  const counted = tx.tasks.tally(listed(actor, 'all'), ['procedureKey', 'node', 'procedureHash'], {
    mine: listed(actor, 'mine'), team: listed(actor, 'team'), all: {}, listed: list,
    late: { all: [list, dueness('late', at)] }, today: { all: [list, dueness('today', at)] }, soon: { all: [list, dueness('soon', at)] }, paused: { all: [list, dueness('paused', at)] },
  });
  const [found, groups] = await Promise.all([page, counted]);
  const sum = (name: keyof Worklist['counts']): number => groups.reduce((total, { counts }) => total + counts[name], 0);
  return {
    items: await itemsOf(tx, services, actor, found.slice(0, size), at),
    next: found.length > size ? String(from + size) : null,
    counts: { mine: sum('mine'), team: sum('team'), all: sum('all'), late: sum('late'), today: sum('today'), soon: sum('soon'), paused: sum('paused') },
    ...(await choicesOf(tx, services, groups.filter(({ counts }) => counts.listed > 0))),
  };
}

/** The next step the actor can do, in the order of their worklist: one in their hands first, then one that nobody has. */
export async function nextFor(tx: Transaction, actor: Actor): Promise<string | null> {
  const order = orderOf('due');
  const mine = await tx.tasks.first(listed(actor, 'mine'), { order });
  const team = mine ?? (await tx.tasks.first({ ...listed(actor, 'team'), claimedBy: null }, { order }));
  return team?.id ?? null;
}

const cursorOf = (cursor: string | undefined): number => (cursor !== undefined && /^\d{1,6}$/.test(cursor) ? Number(cursor) : 0);

/** Steps and procedures of the list. Versions of one procedure count together; a step has the name of the version it was met in first. */
async function choicesOf(tx: Transaction, { library }: Library, groups: readonly Tally<TaskRow, 'procedureKey' | 'procedureHash' | 'node', 'listed'>[]): Promise<Pick<Worklist, 'steps' | 'procedures'>> {
  const steps = new Map<string, Worklist['steps'][number]>();
  const procedures = new Map<string, Worklist['procedures'][number]>();
  for (const { procedureKey, procedureHash, node, counts } of groups) {
    const pack = await library.listed(tx, procedureHash);
    if (pack === undefined) continue;
    const drawn = pack.definition.nodes[node];
    const known = steps.get(`${procedureKey} ${node}`);
    steps.set(`${procedureKey} ${node}`, { node, name: known?.name ?? (drawn ? stepName(drawn) : { vi: node, en: node }), procedure: procedureKey, count: (known?.count ?? 0) + counts.listed });
    procedures.set(procedureKey, { key: procedureKey, name: pack.procedure.shortName });
  }
  return { steps: [...steps.values()], procedures: [...procedures.values()] };
}
