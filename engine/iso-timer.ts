import { cronOf } from './cron.ts';

const durationText = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;
const cycleText = /^R(\d*)\/(?:([^/]+)\/)?([^/]+)$/;
const instantText = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?:(Z)|([+-]\d\d):?(\d\d)?)?)?$/;

/**
 * The UTC instant of a date, which is its midnight, or of a date and time in ISO 8601; without an offset they are those of Viet Nam, as
 * in FEEL: a machine's own zone says nothing. `undefined` when there is no such time.
 */
export const instantOf = (text: string): string | undefined => {
  const [, date, time = '00:00', utc, hours = '+07', minutes = '00'] = instantText.exec(text) ?? [];
  if (date === undefined) return undefined;
  const day = new Date(`${date}T00:00Z`);
  // JavaScript takes the 30th of February for the 2nd of March.
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date) return undefined;
  const at = new Date(`${date}T${time}${utc ?? `${hours}:${minutes}`}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

/** The parts of a cycle `R[n]/[start/]span`; nothing for one that is none, never comes round or has no such start. `begin` is a UTC instant. */
export const cycleOf = (text: string): { readonly begin?: string; readonly every: string } | undefined => {
  const [, times, start, every] = cycleText.exec(text) ?? [];
  const begin = start === undefined ? undefined : instantOf(start);
  if (every === undefined || (times !== '' && Number(times) === 0) || (start !== undefined && begin === undefined)) return undefined;
  return { every, ...(begin !== undefined && { begin }) };
};

/** The UTC instant an ISO 8601 duration after `at`, in months and days of UTC; `undefined` when it is no such duration. */
export const after = (at: string, duration: string): string | undefined => {
  const parts = durationText.exec(duration)?.slice(1).map((part) => Number(part ?? 0));
  if (!parts) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = parts as [number, number, number, number, number, number, number];
  const from = new Date(at);
  const month = from.getUTCMonth() + years * 12 + months;
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastDay) + weeks * 7 + days);
  const time = from.getTime() - Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate());
  const due = new Date(day + time + ((hours * 60 + minutes) * 60 + seconds) * 1000);
  return Number.isNaN(due.getTime()) ? undefined : due.toISOString();
};

/** Wall clocks of Viet Nam are so far ahead of UTC. */
const ahead = 7 * 3_600_000;

/**
 * When a timer set at `from` is due next, as a UTC instant: in ISO 8601 a date, a duration, or a cycle `R[n]/[start/]duration`; or a
 * cycle for cron. `undefined` when the text is none of these, such as a limit in working time.
 */
export const isoDue = (timer: { readonly type: 'date' | 'duration' | 'cycle'; readonly value: string }, from: string): string | undefined => {
  if (timer.type === 'date') return instantOf(timer.value);
  if (timer.type === 'duration') return after(from, timer.value);
  const round = cronOf(timer.value)?.after(Date.parse(from) + ahead);
  if (round !== undefined) return new Date(round - ahead).toISOString();
  const { begin, every } = cycleOf(timer.value) ?? {};
  const next = every === undefined ? undefined : after(from, every);
  // A cycle that takes no time would never come to rest.
  if (next === undefined || Date.parse(next) <= Date.parse(from)) return undefined;
  return begin !== undefined && Date.parse(begin) > Date.parse(from) ? begin : next;
};
