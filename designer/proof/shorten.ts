import { minutesOfADay, workingMinutes } from '../../engine/calendar/working-minutes.ts';
import type { Definition } from '../../engine/definition.ts';
import { explore } from '../../engine/soundness/explore.ts';
import { longestWay } from '../../engine/soundness/longest.ts';
import { modelOf, type Model } from '../../engine/soundness/model.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import { answersOf } from '../../procedures/answers.ts';

/** New limits by step. */
export type Limits = Readonly<Record<string, string>>;

const halfHour = 30;
const written = (minutes: number): string => {
  const [amount, unit] = minutes % (minutesOfADay / 2) === 0 ? [minutes / minutesOfADay, 'working day'] : minutes % 60 === 0 || minutes > 120 ? [minutes / 60, 'working hour'] : [minutes, 'working minute'];
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
};

/**
 * Shorter limits with which the longest way fits into the time by law: one step of it each, the one that gives up the
 * least part first, or all of them together where none can do it alone. Tried out with the proof's own longest way, until it is late.
 */
export const shorten = (loaded: LoadedProcedure, isLate: () => boolean): readonly Limits[] => {
  const { definition, procedure } = loaded;
  const allowed = workingMinutes(procedure.timeLimit.limit);
  const values = answersOf(loaded);
  const modelWith = (limits: Limits): Model => ({ ...modelOf(shortened(definition, limits), values), isLate });
  const model = modelWith({});
  const exploration = explore(model);
  const longest = longestWay(model, exploration);
  if (allowed === undefined || longest === undefined || longest.minutes <= allowed) return [];
  const over = longest.minutes - allowed;
  const lastsWith = (limits: Limits): number => longestWay(modelWith(limits), exploration)?.minutes ?? Infinity;
  const fits = (limits: Limits): boolean => lastsWith(limits) <= allowed;
  const steps = [...new Set(longest.story)].flatMap((id) => {
    const minutes = workingMinutes(definition.nodes[id]?.step.timeLimit ?? '');
    // what comes before the clock, or is not the last of what runs side by side, gains nothing
    return minutes === undefined || lastsWith({ [id]: written(1) }) >= longest.minutes ? [] : [{ id, minutes }];
  });
  const alone = steps.filter(({ minutes }) => minutes > over).toSorted((one, other) => other.minutes - one.minutes).map(({ id, minutes }): Limits => ({ [id]: written(minutes - over) })).filter(fits);
  if (alone.length > 0) return alone;
  const part = allowed / longest.minutes;
  const all: Limits = Object.fromEntries(steps.flatMap(({ id, minutes }) => (minutes < halfHour ? [] : [[id, written(Math.max(halfHour, Math.floor((minutes * part) / halfHour) * halfHour))]])));
  return fits(all) ? [all] : [];
};

const shortened = (definition: Definition, limits: Limits): Definition => ({
  ...definition,
  nodes: Object.fromEntries(Object.entries(definition.nodes).map(([id, node]) => [id, limits[id] === undefined ? node : { ...node, step: { ...node.step, timeLimit: limits[id] } }])),
});
