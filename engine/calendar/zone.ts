import { Temporal } from 'temporal-polyfill';
import { CalendarError, shown } from './failure.ts';
import { FIRST_INSTANT, formatInstant, LAST_INSTANT } from './instant.ts';

/** From `since` (UTC ms) on, local time = UTC + `offset` (ms). */
interface ZonePeriod {
  readonly since: number;
  readonly offset: number;
}

/**
 * A zone's rules for this century as a short table: asking Temporal for every deadline is a hundred times slower.
 * "Local" numbers are wall-clock time written as if it were UTC.
 */
export interface Zone {
  readonly name: string;
  /** Ascending, never empty. Vietnam has one entry: its offset has not changed since 1975. */
  readonly periods: readonly [ZonePeriod, ...ZonePeriod[]];
}

/** @throws CalendarError when the zone is not in the IANA database. */
export function readZone(name: string): Zone {
  let at: Temporal.ZonedDateTime;
  try {
    at = Temporal.Instant.fromEpochMilliseconds(FIRST_INSTANT).toZonedDateTimeISO(name);
  } catch {
    throw new CalendarError('calendar_invalid', `expected "zone" to be an IANA time zone such as "Asia/Ho_Chi_Minh", but got ${shown(name)}`);
  }
  const periods: [ZonePeriod, ...ZonePeriod[]] = [{ since: FIRST_INSTANT, offset: at.offsetNanoseconds / 1e6 }];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= LAST_INSTANT) return { name, periods };
    periods.push({ since: next.epochMilliseconds, offset: next.offsetNanoseconds / 1e6 });
    at = next;
  }
}

export function toLocal(zone: Zone, at: number): number {
  let index = zone.periods.length - 1;
  while (index > 0 && (zone.periods[index]?.since ?? 0) > at) index -= 1;
  return at + (zone.periods[index] ?? zone.periods[0]).offset;
}

/** As Temporal's "compatible": a repeated local time is its first occurrence, a skipped one moves on by the gap. */
export function toUtc(zone: Zone, local: number): number {
  let before = zone.periods[0];
  for (const period of zone.periods) {
    if (local - before.offset < period.since) break;
    before = local - period.offset < period.since ? before : period;
  }
  return local - before.offset;
}

/**
 * Local stretches that a clock change skips or repeats, as [from, to).
 * Working hours must not lie there: their length on the wall would differ from their length in time.
 */
export function clockChanges(zone: Zone): { readonly from: number; readonly to: number; readonly at: string }[] {
  return zone.periods.slice(1).map((period, index) => {
    const before = (zone.periods[index] ?? period).offset;
    return { from: period.since + Math.min(before, period.offset), to: period.since + Math.max(before, period.offset), at: formatInstant(period.since) };
  });
}
