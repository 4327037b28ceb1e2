import { compileCalendar } from '../engine/calendar/calendar.ts';
import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import type { Transaction } from '../storage/store.ts';

/**
 * Compiling takes milliseconds; a calendar is the same as long as it says the same. Its revision does not tell: what was saved and
 * used in a transaction that was taken back is saved as something else under the same one.
 */
const compiled = new WeakMap<object, Map<string, Compiled>>();

interface Compiled { readonly data: unknown; readonly said: string; readonly calendar: CompiledCalendar }

/** A transaction sees one calendar of a unit from its first question on: a list asks the same for each of its rows. */
const seen = new WeakMap<Transaction, Map<string, Promise<CompiledCalendar>>>();

/** The unit's calendar as it stands in the database. `keeper` holds what was compiled (one per store). */
export function calendarOf(keeper: object, tx: Transaction, unitId: string): Promise<CompiledCalendar> {
  const own = seen.get(tx) ?? new Map<string, Promise<CompiledCalendar>>();
  seen.set(tx, own);
  const calendar = own.get(unitId) ?? readCalendar(keeper, tx, unitId);
  own.set(unitId, calendar);
  return calendar;
}

async function readCalendar(keeper: object, tx: Transaction, unitId: string): Promise<CompiledCalendar> {
  const unit = await tx.units.first({ id: unitId });
  const row = unit && (await tx.calendars.first({ id: unit.calendarId }));
  if (row === undefined) throw new Error(`expected unit ${unitId} to have a calendar, but ${unit === undefined ? 'there is no such unit' : `there is no calendar ${unit.calendarId}`}`);
  const known = compiled.get(keeper) ?? new Map<string, Compiled>();
  compiled.set(keeper, known);
  const last = known.get(row.id);
  if (last !== undefined && last.data === row.data) return last.calendar;
  const said = JSON.stringify(row.data);
  const calendar = last?.said === said ? last.calendar : compileCalendar(row.data);
  known.set(row.id, { data: row.data, said, calendar });
  return calendar;
}
