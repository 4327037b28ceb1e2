import { CalendarError } from '../../engine/calendar/failure.ts';
import { deadline } from '../../engine/calendar/deadline.ts';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import type { AdvanceTrial } from '../api/trial.ts';
import { ProblemError } from '../http/problem-error.ts';
import { nextAt } from './next.ts';
import type { Trial } from './trial.ts';

const mostSteps = 5_000;
/** A trial does not go on for ever: what is promised in law ends before. */
const farthest = 10 * 366 * 24 * 3_600_000;

/** Moves a trial's clock on. Everything that falls due on the way happens at its own time, in order. */
export async function advance(trial: Trial, by: AdvanceTrial): Promise<void> {
  const target = await targetOf(trial, by);
  let next = await trial.settle();
  if (target === undefined) return;
  for (let step = 0; step < mostSteps && next !== null && next <= target; step += 1) {
    if (next > trial.clock.now()) await moveTo(trial, next);
    next = await trial.settle();
  }
  if (target > trial.clock.now()) await moveTo(trial, target);
  await trial.settle();
}

async function targetOf(trial: Trial, by: AdvanceTrial): Promise<string | undefined> {
  const now = trial.clock.now();
  if ('next' in by) return (await nextAt(trial)) ?? undefined;
  const target = 'to' in by ? new Date(by.to).toISOString() : await dueAt(trial, now, by.by);
  if (target < now || Date.parse(target) - Date.parse(now) > farthest) {
    throw new ProblemError('invalid', { errors: [{ path: 'to', message: `${now} ≤ … ≤ ${new Date(Date.parse(now) + farthest).toISOString()}` }] });
  }
  return target;
}

/** The end of a limit that begins now, by the calendar that the procedure names. */
async function dueAt({ services: { store, library }, procedure }: Trial, now: string, limit: string): Promise<string> {
  return store.read(async (tx) => {
    const pack = await library.current(tx, procedure);
    const calendar = await tx.calendars.first({ id: pack?.procedure.calendar ?? '' });
    if (calendar === undefined) throw new ProblemError('not-found');
    try {
      return deadline(compileCalendar(calendar.data), now, limit).dueAt;
    } catch (error) {
      if (error instanceof CalendarError) throw new ProblemError('invalid', { errors: [{ path: 'by', message: error.message }] });
      throw error;
    }
  });
}

/** Nobody is signed out by a jump of time. */
async function moveTo({ clock, services: { store } }: Trial, at: string): Promise<void> {
  clock.set(at);
  await store.transaction((tx) => tx.sessions.update({ endedAt: null }, { seenAt: at, expiresAt: new Date(Date.parse(at) + 86_400_000).toISOString() }));
}
