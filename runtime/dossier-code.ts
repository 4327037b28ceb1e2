import { toLocal } from '../engine/calendar/zone.ts';
import { DAY, formatDate, parseInstant } from '../engine/calendar/instant.ts';
import type { Transaction } from '../storage/store.ts';
import { nextNumber } from '../storage/tables/registers.ts';
import type { UnitRow } from '../storage/tables/units.ts';
import { calendarOf } from './calendars.ts';

/**
 * `<unit identifier>-<yymmdd>-<NNNN>`, e.g. `H29.45.12-261120-0007`: the day is the unit's own, the number begins anew
 * each day and unit and has no gaps (Thông tư 03/2025/TT-VPCP). Above 9999 it takes more digits.
 */
export async function nextDossierCode(keeper: object, tx: Transaction, unit: UnitRow, at: string): Promise<string> {
  const { zone } = await calendarOf(keeper, tx, unit.id);
  const day = formatDate(Math.floor(toLocal(zone, parseInstant(at)) / DAY)).replaceAll('-', '').slice(2);
  const number = await nextNumber(tx, unit.id, 'dossier', day);
  return `${unit.code}-${day}-${String(number).padStart(4, '0')}`;
}
