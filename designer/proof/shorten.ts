import { parseTimeLimit } from '../../engine/calendar/limit.ts';
import { minutesOfADay, wallMinutes, workingMinutes } from '../../engine/calendar/working-minutes.ts';
import type { Definition } from '../../engine/definition.ts';
import { explore } from '../../engine/soundness/explore.ts';
import { longestWay } from '../../engine/soundness/longest.ts';
import { modelOf, type Model } from '../../engine/soundness/model.ts';
import { lateOf, type Late } from '../../engine/soundness/overtime.ts';
import { answersOf } from '../../procedures/answers.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import { timeLimitsOf } from '../../procedures/time-limits.ts';

/** New limits by step. */
export type Limits = Readonly<Record<string, string>>;

const halfHour = 30;
const written = (minutes: number): string => {
  const [amount, unit] = minutes % (minutesOfADay / 2) === 0 ? [minutes / minutesOfADay, 'working day'] : minutes % 60 === 0 || minutes > 120 ? [minutes / 60, 'working hour'] : [minutes, 'working minute'];
  return counted(amount, unit);
};

const counted = (amount: number, unit: string): string => `${amount} ${unit}${amount === 1 ? '' : 's'}`;

/** The part of a limit, in its own kind of time; whole days, hours or minutes by the calendar, and steps of working time. */
const partOf = (limit: string, part: number, step: number): string => {
  if (parseTimeLimit(limit).unit.startsWith('working')) return written(Math.max(step, Math.floor((Math.round(workingMinutes(limit)! * part * 100) / 100) / step) * step));
  const minutes = Math.floor(wallMinutes(limit)! * part);
  return minutes >= 1_440 ? counted(Math.floor(minutes / 1_440), 'day') : minutes >= 120 ? counted(Math.floor(minutes / 60), 'hour') : counted(Math.max(1, minutes), 'minute');
};

/**
 * Shorter limits with which the longest way fits into the time by law, whatever dossier it is: one step of it each, the one that
 * gives up the least part first, or all of them together where none can do it alone. Tried out with the proof's own longest way,
 * until it is late.
 */
export const shorten = (loaded: LoadedProcedure, isLate: () => boolean, today?: string): readonly Limits[] => {
  const { definition } = loaded;
  const values = answersOf(loaded);
  const model: Model = { ...modelOf(definition, values), isLate };
  const late = lateOf(model, explore(model), timeLimitsOf(loaded, values, today)) ?? [];
  const lasts = (each: Late, limits: Limits): number => longestWay(limited(each.model, limits), each.exploration)?.minutes ?? Infinity;
  const fits = (limits: Limits): boolean => late.every((each) => lasts(each, limits) <= each.minutes);
  const steps = [...new Set(late.flatMap(({ longest }) => longest.story))].flatMap((id) => {
    const limit = definition.nodes[id]?.step.timeLimit ?? '';
    const minutes = workingMinutes(limit);
    // what comes before the clock, or is not the last of what runs side by side, gains nothing
    return minutes === undefined || late.every((each) => lasts(each, { [id]: written(1) }) >= each.longest.minutes) ? [] : [{ id, limit, minutes }];
  });
  /** What is left of a step that makes up for all that is over. */
  const left = (limit: string): number => Math.min(...late.map(({ longest, minutes, model: { processes: [process] } }) => 1 - (longest.minutes - minutes) / process!.measure.minutes(limit)!));
  const alone = steps.filter(({ limit }) => left(limit) > 0).toSorted((one, other) => other.minutes - one.minutes).map(({ id, limit }): Limits => ({ [id]: partOf(limit, left(limit), 1) })).filter(fits);
  if (alone.length > 0) return alone;
  const part = Math.min(...late.map(({ minutes, longest }) => minutes / longest.minutes));
  const all: Limits = Object.fromEntries(steps.flatMap(({ id, limit, minutes }) => (minutes < halfHour ? [] : [[id, partOf(limit, part, halfHour)]])));
  return late.length > 0 && fits(all) ? [all] : [];
};

const limited = (model: Model, limits: Limits): Model => ({ ...model, processes: model.processes.map((each) => ({ ...each, definition: shortened(each.definition, limits) })) });

const shortened = (definition: Definition, limits: Limits): Definition => ({
  ...definition,
  nodes: Object.fromEntries(Object.entries(definition.nodes).map(([id, node]) => [id, limits[id] === undefined ? node : { ...node, step: { ...node.step, timeLimit: limits[id] } }])),
});
