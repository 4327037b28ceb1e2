/** A zone as it is written: `Z`, an offset such as `+07:00`, or the name of a region; undefined for local times. */
export type Zone = string | undefined;

const offsetText = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/;
const day = 86_400;
/** Beyond these seconds the tables of regions know nothing new. */
const farthest = 6_000_000_000_000n;
const regions = new Map<string, boolean>();
const clocks = new Map<string, Intl.DateTimeFormat>();

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
    wallClock(region);
    return true;
  } catch {
    return false;
  }
}

/** Seconds east of UTC of a zone; `at` is a second, local to the zone or (`utc`) counted in UTC, since 1970. */
export function offsetAt(zone: string, at: bigint, utc = false): number {
  if (zone === 'Z') return 0;
  const [, sign, hours, minutes, seconds = '0'] = offsetText.exec(zone) ?? [];
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  const second = Number(at > farthest ? farthest : at < -farthest ? -farthest : at);
  return utc ? offsetInUtc(zone, second) : offsetOnTheWall(zone, second);
}

/** As Temporal's "compatible": a repeated local time is its first occurrence, a skipped one moves on by the gap. */
function offsetOnTheWall(region: string, local: number): number {
  const [before, after] = [offsetInUtc(region, local - day), offsetInUtc(region, local + day)];
  const meant = [Math.max(before, after), Math.min(before, after)].find((offset) => offsetInUtc(region, local - offset) === offset);
  return meant ?? offsetInUtc(region, local - before);
}

/** What the region's clocks show, read as if it were UTC, less what UTC says. */
function offsetInUtc(region: string, utc: number): number {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = Object.fromEntries(wallClock(region).formatToParts(utc * 1000).map(({ type, value }) => [type, value]));
  const part = (type: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'): number => Number(shown[type]);
  const date = new Date(0);
  date.setUTCFullYear(shown.era === 'B' ? 1 - part('year') : part('year'), part('month') - 1, part('day'));
  date.setUTCHours(part('hour'), part('minute'), part('second'));
  return date.getTime() / 1000 - utc;
}

/** The tables of regions that the platform keeps (IANA). @throws RangeError for a region it does not know. */
function wallClock(region: string): Intl.DateTimeFormat {
  const known = clocks.get(region);
  if (known !== undefined) return known;
  const two = '2-digit';
  const clock = new Intl.DateTimeFormat('en-US', { timeZone: region, calendar: 'gregory', hourCycle: 'h23', era: 'narrow', year: 'numeric', month: two, day: two, hour: two, minute: two, second: two });
  if (clocks.size > 100) clocks.clear();
  clocks.set(region, clock);
  return clock;
}

export function offsetName(seconds: number): string | null {
  const size = Math.abs(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  return zoneOf(`${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${size % 60 === 0 ? '' : `:${two(size % 60)}`}`);
}
