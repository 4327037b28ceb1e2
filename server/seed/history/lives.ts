import type { CompiledCalendar } from '../../../engine/calendar/calendar.ts';
import { workingDayBefore } from '../clock.ts';
import type { Place } from './another.ts';
import type { Citizen } from './citizens.ts';
import { spotFor } from './city/hot-spots.ts';
import type { PastWard } from './city/wards.ts';
import type { Tale } from './tales.ts';
import { afterWait, soonerOrLater } from './when.ts';

/**
 * A dossier of the past: `done` steps have been done, the next is due at `at`; `freely` when its scenario leads no further, and people do what
 * lies there. `pace`: how long the unit that has it takes beside what is usual.
 */
export interface Life { readonly tale: Tale; readonly citizen: Citizen; readonly number: number; readonly ward: PastWard; readonly place: Place; readonly filedAt: string; done: number; at: string; freely: boolean; over: boolean; pace: number; dossier?: string | undefined }

const workingDays = 250;
const someTime = '+4 working hours';
/** How many of ten go as they mostly go, by the first scenario of their package. */
const usual = 0.6;
const recently = { share: 0.18, days: 10 };
/** What is answered within hours is in hand only when it came just now. */
const justNow = { share: 0.12, minutes: 150 };
/** How often people come with what, made up, beside all others; a house is built once, copies are wanted every day. */
const often: Readonly<Record<string, number>> = { 'urban-order-report': 8, 'certified-copy': 5, 'civil-status-extract': 4, 'construction-permit-house': 3, 'household-business': 3, 'birth-registration': 2, 'land-transfer': 2, 'planning-information': 2 };

/** Packages in turn, those with most weight most often: after each round of all weights every package has had its share. */
const turnsOf = (tales: ReadonlyMap<string, readonly Tale[]>): readonly (readonly Tale[])[] => {
  const weights = [...tales].map(([key, own]) => ({ own, weight: often[key] ?? 1, had: 0 }));
  const all = weights.reduce((sum, { weight }) => sum + weight, 0);
  return Array.from({ length: all }, () => {
    for (const one of weights) one.had += one.weight;
    const next = weights.reduce((most, one) => (one.had > most.had ? one : most));
    next.had -= all;
    return next.own;
  });
};

export interface Born { readonly tales: ReadonlyMap<string, readonly Tale[]>; readonly wards: readonly PastWard[]; readonly citizens: readonly Citizen[]; readonly calendar: CompiledCalendar; readonly today: string; readonly next: () => number }

/** Who files what where and when. The last weeks have more than others, so that much is in hand today. */
export function born({ tales, wards, citizens, calendar, today, next }: Born, count: number): Life[] {
  const turns = turnsOf(tales);
  return Array.from({ length: count }, (_, number): Life => {
    const own = turns[number % turns.length]!;
    const tale = own[next() < usual ? 0 : Math.floor(next() * own.length)]!;
    // What the office begins itself is of the ward of the stories, as its scenarios name that ward's people and streets.
    const ward = tale.scenario.filed.channel === 'office' ? wards[0]! : drawn(wards, next());
    const minutes = 8 * 60 + Math.floor(next() * 8 * 60);
    const daysAgo = Math.floor(next() * (next() < recently.share ? recently.days : workingDays));
    const [isNow, ago] = [next() < justNow.share, next() * justNow.minutes];
    const filedAt = tale.urgent && isNow ? new Date(Date.parse(today) - ago * 60_000).toISOString() : workingDayBefore(calendar, today, daysAgo, `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
    const house = ward.houses[Math.floor(next() * ward.houses.length)]!;
    const seen = tale.kind === undefined ? undefined : spotFor(ward.hotSpots, tale.kind, next);
    return { tale, citizen: citizens[Math.floor(next() * citizens.length)]!, number, ward, place: { ...house, ...(seen && { seen }) }, filedAt, done: 0, at: filedAt, freely: false, over: false, pace: ward.pace };
  });
}

/** One of the wards, that with most load most often. */
function drawn(wards: readonly PastWard[], chance: number): PastWard {
  let left = chance * wards.reduce((sum, { load }) => sum + load, 0);
  return wards.find(({ load }) => (left -= load) < 0) ?? wards[0]!;
}

/** People have other things to do than to answer their office. */
const citizenPace = 2;

/** When it goes on: with the next step of its scenario, or some hours later with what lies there. */
export function plan(life: Life, calendar: CompiledCalendar, chance: number): void {
  const step = life.tale.scenario.steps[life.done];
  life.freely ||= step === undefined;
  if (life.freely || step === undefined) life.at = soonerOrLater(calendar, life.at, someTime, chance, life.pace);
  else life.at = 'wait' in step ? afterWait(calendar, life.at, step.wait) : soonerOrLater(calendar, life.at, step.at, chance, 'complete' in step && !life.tale.byCitizen.has(step.complete) ? life.pace : citizenPace);
}
