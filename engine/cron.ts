const day = 86_400_000;
const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
/** Days of the week as JavaScript counts them. */
export const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;

/** When a cycle written for cron comes round. */
export interface Cron {
  /** The first time after `local`; both are wall-clock time written as if it were UTC, in milliseconds. Nothing when it never comes again. */
  readonly after: (local: number) => number | undefined;
}

interface Field {
  readonly least: number;
  readonly most: number;
  readonly read: (text: string) => number | undefined;
}

const whole = (text: string): number | undefined => (/^\d{1,2}$/.test(text) ? Number(text) : undefined);
const named = (names: readonly string[], from: number) => (text: string): number | undefined => {
  const at = names.indexOf(text);
  return at < 0 ? undefined : at + from;
};
const monthNamed = named(monthNames, 1);
/** A number says nothing of a day of the week: some count from Sunday as 0, others from Sunday as 1. */
const weekday: Field = { least: 0, most: 6, read: named(dayNames, 0) };
const [second, minute, hour, dayOfMonth, month]: readonly Field[] = [
  { least: 0, most: 59, read: whole }, { least: 0, most: 59, read: whole }, { least: 0, most: 23, read: whole }, { least: 1, most: 31, read: whole },
  { least: 1, most: 12, read: (text) => whole(text) ?? monthNamed(text) },
] as const;

/** The values that a part of a field such as `*`, `5`, `1-5` or `0/15` stands for; a range may go round the end, as from Friday to Sunday. */
const valuesOf = ({ least, most, read }: Field, text: string): readonly number[] | undefined => {
  const [, range = '', step] = /^([^/]+)(?:\/(\d{1,2}))?$/.exec(text) ?? [];
  const every = step === undefined ? 1 : Number(step);
  const [from, to] = range === '*' ? [least, most] : ends(read, range.split('-'), step === undefined ? undefined : most);
  if (from === undefined || to === undefined || every === 0 || from < least || to < least || from > most || to > most) return undefined;
  const count = (to < from ? to + (most - least + 1) : to) - from;
  return Array.from({ length: Math.floor(count / every) + 1 }, (_, index) => least + ((from - least + index * every) % (most - least + 1)));
};

const ends = (read: Field['read'], parts: readonly string[], end: number | undefined): readonly (number | undefined)[] => {
  const [from, to] = parts.map(read);
  return parts.length === 1 ? [from, end ?? from] : parts.length === 2 ? [from, to] : [];
};

const listed = (field: Field, text: string): readonly number[] | undefined => {
  const all = text.split(',').map((part) => valuesOf(field, part));
  return all.includes(undefined) ? undefined : [...new Set(all.flatMap((values) => values ?? []))].toSorted((a, b) => a - b);
};

/** A day by where it stands. */
interface Day {
  readonly date: number;
  readonly weekday: number;
  /** How many days its month has. */
  readonly length: number;
}
type Holds = (day: Day) => boolean;

/** The working day of the same month that is nearest to the day of this number (W). */
const nearestWorkday = (wanted: number, { date, weekday: on, length }: Day): number => {
  const at = (on + wanted - date + 35) % 7;
  if (at === 6) return wanted === 1 ? 3 : wanted - 1;
  if (at === 0) return wanted === length ? wanted - 2 : wanted + 1;
  return wanted;
};

/** Whether a day fits one of the parts of a field. */
const anyHolds = (text: string, part: (text: string) => Holds | undefined): Holds | undefined => {
  if (text === '*' || text === '?') return () => true;
  const all = text.split(',').map(part);
  return all.includes(undefined) ? undefined : (day) => all.some((holds) => holds!(day));
};

const dateHolds = (text: string): Holds | undefined => {
  const last = /^L(?:-(\d{1,2}))?(W)?$/.exec(text);
  if (last) {
    const before = Number(last[1] ?? 0);
    return (on) => on.date === (last[2] === undefined ? on.length - before : nearestWorkday(on.length - before, on));
  }
  const near = /^(\d{1,2})W$/.exec(text);
  if (near) {
    const wanted = Number(near[1]);
    return wanted >= 1 && wanted <= 31 ? (on) => wanted <= on.length && on.date === nearestWorkday(wanted, on) : undefined;
  }
  const dates = valuesOf(dayOfMonth!, text);
  return dates && (({ date }) => dates.includes(date));
};

const weekdayHolds = (text: string): Holds | undefined => {
  const [, name = '', last, nth] = /^([A-Z]{3})(?:(L)|#([1-5]))$/.exec(text) ?? [];
  const on = weekday.read(name);
  if (on !== undefined && last !== undefined) return (at) => at.weekday === on && at.date + 7 > at.length;
  if (on !== undefined && nth !== undefined) return (at) => at.weekday === on && Math.ceil(at.date / 7) === Number(nth);
  const days = valuesOf(weekday, text);
  return days && ((at) => days.includes(at.weekday));
};

/** A 29th of February comes on each day of the week within 28 years, or 40 around a year such as 2100 without one. */
const farthest = 41;

/**
 * A cycle of six fields: second, minute, hour, day of the month, month, day of the week; with `*`, `?`, lists, ranges, steps, `L`, `W` and
 * `#`, and days of the week by name. A day has to fit both of its fields. Nothing when the text is none, or never comes.
 */
export const cronOf = (text: string): Cron | undefined => {
  const fields = text.trim().toUpperCase().split(/\s+/);
  if (fields.length !== 6) return undefined;
  const [ss, mm, hh, dates, months, weekdays] = fields as [string, string, string, string, string, string];
  const [seconds, minutes, hours, inMonths] = [listed(second!, ss), listed(minute!, mm), listed(hour!, hh), listed(month!, months)];
  const [onDate, onWeekday] = [anyHolds(dates, dateHolds), anyHolds(weekdays, weekdayHolds)];
  if (!seconds || !minutes || !hours || !inMonths || !onDate || !onWeekday) return undefined;
  const timeFrom = (least: number): number | undefined => {
    for (const h of hours) for (const m of minutes) for (const s of seconds) {
      const time = ((h * 60 + m) * 60 + s) * 1000;
      if (time >= least) return time;
    }
    return undefined;
  };
  const after = (local: number): number | undefined => {
    const today = Math.floor(local / day) * day;
    const first = new Date(today);
    for (let index = 0; index < farthest * 12; index += 1) {
      const start = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index, 1);
      if (!inMonths.includes(new Date(start).getUTCMonth() + 1)) continue;
      const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index + 1, 0)).getUTCDate();
      for (let date = index === 0 ? first.getUTCDate() : 1; date <= length; date += 1) {
        const at = start + (date - 1) * day;
        const on: Day = { date, weekday: new Date(at).getUTCDay(), length };
        if (!onDate(on) || !onWeekday(on)) continue;
        const time = timeFrom(at === today ? local - today + 1 : 0);
        if (time !== undefined) return at + time;
      }
    }
    return undefined;
  };
  return after(Date.UTC(2000, 0, 1)) === undefined ? undefined : { after };
};
