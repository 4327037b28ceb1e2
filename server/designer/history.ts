import { elapsed } from '../../engine/calendar/elapsed.ts';
import { spreadOf } from '../../procedures/simulation/spread.ts';
import { calendarOf } from '../../runtime/calendars.ts';
import type { Store, Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { History } from '../api/history.ts';
import { stepTimes } from '../figures/step-times.ts';

/** Of very many dossiers the newest say enough, and nobody waits for the rest. */
const most = 500;
const mostTasks = 10_000;
const day = 86_400_000;

interface Asked { readonly key: string; readonly days: number; readonly version?: string; readonly unit?: string; readonly calendar: string; readonly at: string }

/** What dossiers of a procedure did in a period: how often and how long each step was open, where it was late, which ways they went. */
export async function historyOf(keeper: Store, tx: Transaction, { key, days, version, unit, calendar, at }: Asked): Promise<History> {
  const from = new Date(Date.parse(at) - days * day).toISOString();
  const where = { procedureKey: key, submittedAt: { gte: from }, ...(version !== undefined && { procedureHash: version }), ...(unit !== undefined && { unitId: unit }) };
  const dossiers = await tx.dossiers.count(where);
  const rows = await tx.dossiers.find(where, { order: [['submittedAt', 'desc']], limit: most });
  const ids = rows.map(({ id }) => id);
  const tasks = ids.length === 0 ? [] : await tx.tasks.find({ dossierId: { in: ids } }, { limit: mostTasks });
  const entries = ids.length === 0 ? [] : await tx.journal.find({ dossierId: { in: ids } });
  const ways = new Map<string, number>();
  for (const { visits } of entries) for (const { element, did } of visits) if (did === 'take') ways.set(element, (ways.get(element) ?? 0) + 1);
  const ended = rows.filter(({ endedAt, dueAt }) => endedAt !== null && dueAt !== null);
  const named = await tx.calendars.first({ id: calendar });
  const oldest = rows.at(-1)?.submittedAt;
  const workingDays = rows[0] === undefined || oldest === undefined ? 0 : elapsed(await calendarOf(keeper, tx, rows[0].unitId), rows.length < dossiers ? oldest : from, at) / (8 * 60);
  return {
    at, from, dossiers, seen: rows.length, perDay: workingDays === 0 ? 0 : rows.length / workingDays,
    inTime: ended.length === 0 ? null : ended.filter(isInTime).length / ended.length,
    steps: await stepsOf(keeper, tx, tasks, at),
    ways: [...ways].map(([flow, count]) => ({ flow, count })),
    units: await unitsWith(tx, key),
    calendar: { id: calendar, data: (named?.data ?? null) as History['calendar']['data'] },
  };
}

const isInTime = ({ endedAt, dueAt }: DossierRow): boolean => endedAt! <= dueAt!;

const stepsOf = async (keeper: Store, tx: Transaction, tasks: readonly TaskRow[], at: string): Promise<History['steps']> =>
  (await stepTimes(keeper, tx, tasks, at)).map(({ minutes, ...step }) => ({ ...step, time: spreadOf(minutes) }));

/** Units that have, or had, dossiers of the procedure. */
async function unitsWith(tx: Transaction, key: string): Promise<History['units']> {
  const units = await tx.units.find({}, { order: [['id', 'asc']] });
  const found = [];
  for (const { id, name } of units) if ((await tx.dossiers.first({ procedureKey: key, unitId: id })) !== undefined) found.push({ id, name });
  return found;
}
