import type { CompiledCalendar } from '../../../engine/calendar/calendar.ts';
import { deadline } from '../../../engine/calendar/deadline.ts';
import { elapsed } from '../../../engine/calendar/elapsed.ts';
import type { Json } from '../../../engine/state.ts';

const day = 86_400_000;
const minute = 60_000;

/** When somebody does a step for which a scenario leaves so much time: mostly sooner, now and then later. `chance` is from 0 up to 1; `pace` how long their office takes beside what is usual. */
export function soonerOrLater(calendar: CompiledCalendar, from: string, within: string | undefined, chance: number, pace = 1): string {
  if (within === undefined) return new Date(Date.parse(from) + Math.round((2 + chance * 20) * pace) * minute).toISOString();
  const due = within.startsWith('+') ? deadline(calendar, from, within.slice(1)).dueAt : new Date(within).toISOString();
  // Nine of ten take between a tenth and nearly all of the time, the tenth up to twice of it.
  const part = pace * (chance < 0.9 ? 0.1 + chance * 0.95 : 1 + (chance - 0.9) * 10);
  const office = due > from ? elapsed(calendar, from, due) : 0;
  if (office < 1 || !/working/.test(within)) return new Date(Date.parse(from) + Math.max(minute, Math.round((Date.parse(due) - Date.parse(from)) * part))).toISOString();
  return deadline(calendar, from, `${Math.max(1, Math.round(office * part))} working minutes`).dueAt;
}

/** When a wait of a scenario is over: it is what a timer waits for, so it is never cut short. */
export const afterWait = (calendar: CompiledCalendar, from: string, wait: string): string => (wait.startsWith('+') ? deadline(calendar, from, wait.slice(1)).dueAt : new Date(wait).toISOString());

/** Days of a scenario, moved with it to another time and none later than `latest`; years that lie far from it, such as those of birth, stay. */
export function movedDays(value: Json, from: string, to: string, latest = '9999-12-31'): Json {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / day);
  const moved = (text: string): string => {
    const at = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
    if (Math.abs(at - Date.parse(from)) > 200 * day) return text;
    const there = new Date(at + days * day).toISOString().slice(0, 10);
    return (there > latest ? latest : there) + text.slice(10);
  };
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(value) ? moved(value) : value;
  if (Array.isArray(value)) return value.map((item: Json) => movedDays(item, from, to, latest));
  return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, movedDays(member, from, to, latest)])) : value;
}
