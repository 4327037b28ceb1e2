import type { CompiledCalendar } from '../../engine/calendar/calendar.ts';
import type { Clock } from '../../engine/calendar/clock.ts';
import { clockView as readClock, formerDues, minutesUsed, type ClockView as Reading } from '../../engine/calendar/clock-view.ts';
import { asTimeLimit, type TimeLimit } from '../../engine/calendar/limit.ts';
import type { Data } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { ClockVerdict, ClockView, StepClock, WorkingTime } from '../api/clock.ts';

const verdicts: { readonly [V in Reading['verdict']]: ClockVerdict } = {
  within: 'within', due_soon: 'soon', overdue: 'late', paused: 'paused', early: 'early', on_time: 'on-time', late: 'late',
};

const limitText = ({ unit, ...rest }: TimeLimit): string =>
  'amount' in rest ? `${rest.amount} ${unit.replace('_', ' ')}${rest.amount === 1 ? '' : 's'}` : 'same day';

const timeOf = ({ unit, value }: Reading['remaining'], sign: 1 | -1): WorkingTime => {
  const working = unit.startsWith('working');
  if (!unit.endsWith('minute')) return { amount: sign * value, unit: 'day', working };
  return value % 60 === 0 && value !== 0 ? { amount: sign * (value / 60), unit: 'hour', working } : { amount: sign * value, unit: 'minute', working };
};

const leftOf = (reading: Reading): WorkingTime => (reading.overdueBy === null ? timeOf(reading.remaining, 1) : timeOf(reading.overdueBy, -1));

/** The legal clock of a dossier at an instant. `dueAt` is the one that was promised, kept with the dossier. */
export function dossierClock(calendar: CompiledCalendar, dossier: Pick<DossierRow, 'clock' | 'dueAt' | 'data'>, at: string, dueSoon?: string): ClockView {
  const clock = dossier.clock as Clock | null;
  if (clock === null) {
    return { status: 'not-started', verdict: 'none', limit: null, startedAt: null, dueAt: null, endedAt: null, promisedAnew: null, earlier: [], pause: null, left: null, confirmed: true };
  }
  const reading = readClock(calendar, clock, at, dueSoon === undefined ? {} : { dueSoon });
  const pause = clock.endedAt === null ? clock.pauses.find(({ to }) => to === null) : undefined;
  return {
    status: clock.endedAt !== null ? 'ended' : pause === undefined ? 'running' : 'paused',
    verdict: verdicts[reading.verdict],
    limit: limitText(clock.limit),
    startedAt: clock.startedAt,
    dueAt: pause === undefined ? (dossier.dueAt ?? reading.dueAt) : reading.dueAt,
    endedAt: clock.endedAt,
    promisedAnew: promisedAnew(dossier.data),
    earlier: [...formerDues(calendar, clock)],
    pause: pause === undefined ? null : { cause: pause.cause, since: pause.from },
    left: leftOf(reading),
    confirmed: reading.unconfirmed.length === 0,
  };
}

/** The step that apologises answers `{ reason, newDate }` under the name `apology`. */
function promisedAnew({ apology }: Data): string | null {
  const day = isObject(apology) ? apology['newDate'] : null;
  return typeof day === 'string' ? day : null;
}

type StepTimes = Pick<TaskRow, 'timeLimit' | 'dueAt' | 'openedAt' | 'closedAt'>;

function clockOf(step: StepTimes): Clock | undefined {
  if (step.timeLimit === null) return undefined;
  try {
    return { limit: asTimeLimit(step.timeLimit), startedAt: step.openedAt, pauses: [], endedAt: step.closedAt };
  } catch {
    // A limit in another form than working time ("P3D") has a due time but no count of its own.
    return undefined;
  }
}

/** How a step stands against its own limit. */
export function stepClock(calendar: CompiledCalendar, step: StepTimes, at: string): StepClock {
  if (step.dueAt === null) return { limit: step.timeLimit, dueAt: null, verdict: 'none', left: null };
  const clock = clockOf(step);
  if (clock === undefined) {
    const late = (step.closedAt ?? at) > step.dueAt;
    return { limit: step.timeLimit, dueAt: step.dueAt, verdict: late ? 'late' : step.closedAt === null ? 'within' : 'on-time', left: null };
  }
  const reading = readClock(calendar, clock, at);
  return { limit: step.timeLimit, dueAt: step.dueAt, verdict: verdicts[reading.verdict], left: leftOf(reading) };
}

/** Working time that a step has taken so far. */
export function timeUsed(calendar: CompiledCalendar, step: StepTimes, at: string): WorkingTime {
  const minutes = minutesUsed(calendar, { limit: { unit: 'working_day', amount: 1 }, startedAt: step.openedAt, pauses: [], endedAt: step.closedAt }, at);
  return { amount: Math.round(minutes), unit: 'minute', working: true };
}
