import { Temporal } from 'temporal-polyfill';

/** A zone as it is written: `Z`, an offset such as `+07:00`, or the name of a region; undefined for local times. */
export type Zone = string | undefined;

const offsetText = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/;
const nanosecond = 1_000_000_000n;
/** Beyond these seconds the tables of regions know nothing new. */
const farthest = 6_000_000_000_000n;
const regions = new Map<string, boolean>();

/** The zone in its one form; null when there is none such: offsets go to 18 hours (XML Schema 1.1, 3.3.7 leaves 14, FEEL follows ISO 8601). */
export function zoneOf(text: string): string | null {
  if (text === 'Z' || text === '@Z') return 'Z';
  const [, , hours, minutes, seconds = '00'] = offsetText.exec(text) ?? [];
  if (hours !== undefined) {
    if (Number(hours) > 18 || Number(minutes) > 59 || Number(seconds) > 59) return null;
    return /^.00:00(:00)?$/.test(text) ? 'Z' : text.replace(/:00(?=$)/, (end, at: number) => (at > 3 ? '' : end));
  }
  const region = text.replace(/^@/, '');
  let known = regions.get(region);
  if (known === undefined) {
    known = /^[A-Za-z][\w+/-]{1,40}$/.test(region) && exists(region);
    if (regions.size > 1_000) regions.clear();
    regions.set(region, known);
  }
  return known ? region : null;
}

function exists(region: string): boolean {
  try {
    return new Temporal.ZonedDateTime(0n, region).timeZoneId !== '';
  } catch {
    return false;
  }
}

/** Seconds east of UTC of a zone; `at` is a second, local to the zone or (`utc`) counted in UTC, since 1970. */
export function offsetAt(zone: string, at: bigint, utc = false): number {
  if (zone === 'Z') return 0;
  const [, sign, hours, minutes, seconds = '0'] = offsetText.exec(zone) ?? [];
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  const instant = new Temporal.Instant((at > farthest ? farthest : at < -farthest ? -farthest : at) * nanosecond);
  const shown = instant.toZonedDateTimeISO(utc ? zone : 'UTC');
  return (utc ? shown : shown.toPlainDateTime().toZonedDateTime(zone)).offsetNanoseconds / 1e9;
}

export function offsetName(seconds: number): string | null {
  const size = Math.abs(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  return zoneOf(`${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${size % 60 === 0 ? '' : `:${two(size % 60)}`}`);
}
