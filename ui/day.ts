const pad = (digits: string): string => digits.padStart(2, '0');
const exists = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
const sign = String.raw`[/.,\s-]\s*`;

/** A day as people type it, day first: `27/3/2026`, `27.3.2026`, `27032026`; also `2026-03-27`. Gives `2026-03-27`, or nothing where it is no day of the calendar. */
export function readDay(typed: string): string | undefined {
  const text = typed.trim();
  const [, day = '', month = '', year = ''] = new RegExp(`^(\\d{1,2})${sign}(\\d{1,2})${sign}([1-9]\\d{3})$`).exec(text) ?? /^(\d{2})(\d{2})([1-9]\d{3})$/.exec(text) ?? [];
  const iso = day === '' ? text : `${year}-${pad(month)}-${pad(day)}`;
  return exists(iso) ? iso : undefined;
}

/** A time of a day as we write it, the time first: `7:30 27/3/2026`, `7h30 27/3/2026`; also `2026-03-27T07:30`. Gives `2026-03-27T07:30`. */
export function readMoment(typed: string): string | undefined {
  const text = typed.trim();
  const [, hour = '', minute = '', rest = ''] = /^(\d{1,2})[:h.](\d{2}),?\s+(.*)$/i.exec(text) ?? [];
  const [, isoDay = '', isoHour = '', isoMinute = ''] = /^([\d-]+)T(\d{2}):(\d{2})$/.exec(text) ?? [];
  const [day, hours, minutes] = hour === '' ? [readDay(isoDay), isoHour, isoMinute] : [readDay(rest), pad(hour), minute];
  return day !== undefined && Number(hours) < 24 && Number(minutes) < 60 ? `${day}T${hours}:${minutes}` : undefined;
}

/** Whether it is a day, `2026-03-27`: a field of days hands over what was typed as long as it is none. */
export const isDay = (value: string): boolean => readDay(value) === value;
/** The same of `2026-03-27T07:30`. */
export const isMoment = (value: string): boolean => readMoment(value) === value;
