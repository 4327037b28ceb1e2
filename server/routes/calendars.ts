import { compileCalendar } from '../../engine/calendar/calendar.ts';
import type { CompiledCalendar } from '../../engine/calendar/calendar.ts';
import { CalendarError } from '../../engine/calendar/failure.ts';
import { DAY, formatInstant, parseDate, parseInstant, yearOf } from '../../engine/calendar/instant.ts';
import { momentOf } from '../../engine/calendar/measure.ts';
import { toUtc } from '../../engine/calendar/zone.ts';
import type { Json } from '../../engine/state.ts';
import type { Transaction } from '../../storage/store.ts';
import type { CalendarRow } from '../../storage/tables/calendars.ts';
import type { CalendarView } from '../api/calendar.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import type { Services } from '../services.ts';
import { changesOf } from '../views/house-changes.ts';
import { namesOf } from '../views/names.ts';

const mostShown = 100;

export const calendarHandlers = ({ store, runtime, newId }: Services) => {
  const unitsOn = (tx: Transaction, id: string) => tx.units.find({ calendarId: id }, { order: [['id', 'asc']], limit: 10_000 });
  const found = async (tx: Transaction, id: string): Promise<CalendarRow> => {
    const row = await tx.calendars.first({ id });
    if (row === undefined) throw notFound();
    return row;
  };

  const view = async (tx: Transaction, row: CalendarRow): Promise<CalendarView> => {
    const units = await unitsOn(tx, row.id);
    const names = await namesOf(tx, [], [row.updatedBy]);
    return {
      id: row.id, name: row.name, data: row.data as Json, revision: row.revision, updatedAt: row.updatedAt, updatedBy: names.person(row.updatedBy),
      units: units.map(({ id, name }) => ({ id, name })), reached: await reachedYears(tx, compileCalendar(row.data), units.map(({ id }) => id)), changes: await changesOf(tx, row.id),
    };
  };

  return {
    'GET /api/calendars': () => store.read(async (tx) => {
      const calendars = [];
      for (const row of await tx.calendars.find({}, { order: [['id', 'asc']], limit: 100 })) calendars.push(await view(tx, row));
      return { calendars };
    }),

    'POST /api/calendars/:id/examine': async ({ params, body }) => {
      const units = await store.read(async (tx) => {
        await found(tx, params.id);
        return unitsOn(tx, params.id);
      });
      const compiled = compiledOrWhy(body.data);
      if (typeof compiled === 'string') return { problem: compiled, timers: 0, steps: 0, dossiers: 0, moved: [] };
      const { timers, steps, dossiers } = await runtime.examineDeadlines(units.map(({ id }) => id), compiled);
      return { problem: null, timers, steps, dossiers: dossiers.length, moved: dossiers.slice(0, mostShown) };
    },

    'PUT /api/calendars/:id': async ({ params, body, actor, at }) => {
      const compiled = compiledOrWhy(body.data);
      const units = await store.transaction(async (tx) => {
        const row = await found(tx, params.id);
        if (typeof compiled === 'string') throw new ProblemError('invalid', { errors: [{ path: '/data', message: compiled }] });
        if (compiled.calendar.id !== row.id) throw new ProblemError('invalid', { errors: [{ path: '/data/id', message: `id = "${row.id}"` }] });
        const changed = await tx.calendars.update({ id: row.id, revision: body.revision }, { data: body.data, name: compiled.calendar.name.vi, revision: body.revision + 1, updatedAt: at, updatedBy: actor.account.id });
        if (changed === 0) throw new ProblemError('revision-conflict', { current: await view(tx, row) as unknown as Json });
        await tx.houseLog.insert({ id: newId(), at, actor: actor.account.id, kind: 'calendar.change', subject: row.id, note: body.note.trim(), detail: { revision: body.revision + 1, before: row.data } });
        return unitsOn(tx, row.id);
      });
      return { revision: body.revision + 1, moved: await runtime.recomputeDeadlines(units.map(({ id }) => id)) };
    },
  } satisfies Partial<Handlers>;
};

/** The data as a calendar, or why it is none. */
function compiledOrWhy(data: unknown): CompiledCalendar | string {
  try {
    return compileCalendar(data);
  } catch (error) {
    if (error instanceof CalendarError) return error.message.slice(0, 500);
    throw error;
  }
}

/** In which years dossiers in flight are due, and whether the calendar is sure of those years. Counted by the database, year by year. */
async function reachedYears(tx: Transaction, calendar: CompiledCalendar, unitIds: readonly string[]): Promise<CalendarView['reached']> {
  if (unitIds.length === 0) return [];
  const running = { unitId: { in: unitIds }, status: 'active', dueAt: { not: null } } as const;
  const [first, last] = [await tx.dossiers.first(running, { order: [['dueAt', 'asc']] }), await tx.dossiers.first(running, { order: [['dueAt', 'desc']] })];
  if (!first?.dueAt || !last?.dueAt) return [];
  const [from, to] = [first.dueAt, last.dueAt].map((instant) => yearOf(momentOf(calendar, parseInstant(instant)).day)) as [number, number];
  const unsure = (year: number): boolean => calendar.years.size > 0 && (!calendar.years.has(year) || calendar.calendar.days.some(({ date, confirmed }) => !confirmed && date.startsWith(`${year}-`)));
  const reached: CalendarView['reached'] = [];
  for (let year = from; year <= to; year += 1) {
    const dossiers = await tx.dossiers.count({ ...running, dueAt: { gte: beginningOf(calendar, year), lt: beginningOf(calendar, year + 1) } });
    if (dossiers > 0) reached.push({ year, dossiers, unsure: unsure(year) });
  }
  return reached;
}

/** The first moment of a year by the calendar's clock, UTC. */
const beginningOf = ({ zone }: CompiledCalendar, year: number): string => formatInstant(toUtc(zone, (parseDate(`${year}-01-01`) ?? 0) * DAY));
