import { toLocal } from '../engine/calendar/zone.ts';
import { DAY, formatDate, parseInstant } from '../engine/calendar/instant.ts';
import type { Transaction } from '../storage/store.ts';
import { nextNumber } from '../storage/tables/registers.ts';
import type { UnitRow } from '../storage/tables/units.ts';
import { isInForce } from '../procedures/in-force.ts';
import { calendarOf } from './calendars.ts';
import patterns from './dossier-code.json' with { type: 'json' };

/**
 * The code of a new dossier by the pattern in force on its day: unit identifier, day as yymmdd and number, e.g. `H29.45.12-261120-0007`.
 * The day is the unit's own, the number begins anew each day and unit and has no gaps. Above what its digits hold it takes more of them.
 */
export async function nextDossierCode(keeper: object, tx: Transaction, unit: UnitRow, at: string): Promise<string> {
  const { zone } = await calendarOf(keeper, tx, unit.id);
  const date = formatDate(Math.floor(toLocal(zone, parseInstant(at)) / DAY));
  const day = date.replaceAll('-', '').slice(2);
  const number = await nextNumber(tx, unit.id, 'dossier', day);
  const { pattern, digits } = patterns.find((one) => isInForce(one, date)) ?? patterns[0]!;
  return pattern.replace('{unit}', unit.code).replace('{day}', day).replace('{number}', String(number).padStart(digits, '0'));
}
