import type { CompiledCalendar } from '../../../engine/calendar/calendar.ts';
import { workingDayBefore } from '../clock.ts';
import type { House } from './another.ts';
import type { Citizen } from './citizens.ts';
import type { Tale } from './tales.ts';
import { afterWait, soonerOrLater } from './when.ts';

/** A dossier of the past: `done` steps of its scenario have been done, the next is due at `at`. */
export interface Life { readonly tale: Tale; readonly citizen: Citizen; readonly number: number; readonly filedAt: string; done: number; at: string; over: boolean; house?: House | undefined; dossier?: string | undefined }

const workingDays = 250;
/** How many of ten go as they mostly go, by the first scenario of their package. */
const usual = 0.6;
const recently = { share: 0.3, days: 10 };

/** Who files what when. The last weeks have more than others, so that much is in hand today. */
export function born(tales: ReadonlyMap<string, readonly Tale[]>, calendar: CompiledCalendar, today: string, citizens: readonly Citizen[], count: number, next: () => number): Life[] {
  const packages = [...tales.values()];
  return Array.from({ length: count }, (_, number): Life => {
    const own = packages[number % packages.length]!;
    const tale = own[next() < usual ? 0 : Math.floor(next() * own.length)]!;
    const minutes = 8 * 60 + Math.floor(next() * 8 * 60);
    const daysAgo = Math.floor(next() * (next() < recently.share ? recently.days : workingDays));
    const filedAt = workingDayBefore(calendar, today, daysAgo, `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
    return { tale, citizen: citizens[Math.floor(next() * citizens.length)]!, number, filedAt, done: 0, at: filedAt, over: false };
  });
}

/** When the next step of its scenario comes; it is over when there is none. */
export function plan(life: Life, calendar: CompiledCalendar, chance: number): void {
  const step = life.tale.scenario.steps[life.done];
  if (step === undefined) {
    life.over = true;
    return;
  }
  life.at = 'wait' in step ? afterWait(calendar, life.at, step.wait) : soonerOrLater(calendar, life.at, step.at, chance);
}
