import { startTimerText, type StartTimer } from '../engine/self-started.ts';
import type { Transaction } from '../storage/store.ts';
import type { StartTimerRow } from '../storage/tables/start-timers.ts';
import { calendarOf } from './calendars.ts';
import { timerDue } from './timer-due.ts';

/** What a version that is offered from now on brings with it. */
export interface Offered {
  readonly key: string;
  readonly hash: string;
  readonly timers: readonly StartTimer[];
  /** Id of the unit whose dossiers its timers begin. */
  readonly unitId: string;
}

/**
 * Sets the timers by which dossiers of a procedure begin, in the transaction in which a version of it is offered. One that the version
 * before drew alike goes on as it stands: it neither begins to count again, nor comes again when its time is over. The others end.
 * @throws CalendarError when a timer is none, Error when FEEL gives no text for it.
 */
export async function scheduleStarts(keeper: object, tx: Transaction, offered: Offered, now: string): Promise<void> {
  const former = await tx.startTimers.find({ procedureKey: offered.key }, { lock: 'wait' });
  await tx.startTimers.remove({ procedureKey: offered.key });
  for (const row of await startRows(keeper, tx, former, offered, now)) await tx.startTimers.insert(row);
}

/** The timers of a version that is offered from `now` on, after those of the version before. Throws as scheduleStarts. */
export async function startRows(keeper: object, tx: Transaction, former: readonly StartTimerRow[], { key, hash, timers, unitId }: Offered, now: string): Promise<StartTimerRow[]> {
  if (timers.length === 0) return [];
  const calendar = await calendarOf(keeper, tx, unitId);
  return timers.map((start) => {
    const { node, part, timer: { type, value } } = start;
    const drawn = { type, text: typeof value === 'string' ? value : `= ${value.text}` };
    const same = former.find((row) => row.node === node && row.part === part && row.status !== 'ended' && row.drawn.type === drawn.type && row.drawn.text === drawn.text);
    const timer = same?.timer ?? { type, value: startTimerText(start, now), from: now };
    const dueAt = same?.status === 'done' ? same.dueAt : timerDue(calendar, timer);
    return { procedureKey: key, node, part, procedureHash: hash, drawn, timer, unitId, status: same?.status === 'done' ? 'done' : 'open', dueAt, runAt: dueAt, attempts: 0, error: null };
  });
}
