import { asserted } from './camunda-assertions.ts';
import { textOf, type Fields, type Played } from './camunda-selection.ts';

/** A conditional behavior: what it waits for and does, and how often it has. */
export interface Behavior {
  readonly name: string;
  readonly conditions: readonly Fields[];
  readonly actions: readonly Fields[];
  acted: number;
  /** Whether its conditions have held since it acted. */
  held: boolean;
}

export const behaviorOf = (instruction: Fields): Behavior =>
  ({ name: textOf(instruction, 'name'), conditions: instruction['conditions'] as readonly Fields[], actions: instruction['actions'] as readonly Fields[], acted: 0, held: false });

const mostActs = 1_000;

const holds = (played: Played, { conditions }: Behavior): boolean => conditions.every((condition) => {
  try {
    return asserted(played, condition).length === 0;
  } catch {
    return false;
  }
});

/** What takes something that is open: it may be done again while the conditions hold, for it was another one that was open. */
const takes = /^(COMPLETE|THROW|RESOLVE)_/;

/**
 * Lets behaviors act until they come to rest: each does its next action when its conditions begin to hold, and the last one again.
 * Camunda looks again and again on a clock of its own; here they are looked at whenever something has happened.
 */
export const react = (played: Played, behaviors: readonly Behavior[], act: (action: Fields) => void): readonly string[] => {
  for (let count = 0; count < mostActs; count += 1) {
    const acted = behaviors.map((behavior) => acts(played, behavior, act)).find((each) => each !== 'rests');
    if (acted === undefined) return [];
    if (acted !== 'acted') return [acted.problem];
  }
  return [`expected ${labels(behaviors)} to come to rest, but it acted ${mostActs} times in a row`];
};

const labels = (behaviors: readonly Behavior[]): string => behaviors.map(label).join(' or ');
const label = ({ name }: Behavior): string => (name === '' ? 'the behavior' : `behavior "${name}"`);

const acts = (played: Played, behavior: Behavior, act: (action: Fields) => void): 'rests' | 'acted' | { readonly problem: string } => {
  if (!holds(played, behavior)) {
    behavior.held = false;
    return 'rests';
  }
  const index = Math.min(behavior.acted, behavior.actions.length - 1);
  const action = behavior.actions[index]!;
  const type = textOf(action, 'type');
  if (behavior.held && !takes.test(type)) return 'rests';
  try {
    act(action);
  } catch (error) {
    if (behavior.held) return 'rests';
    return { problem: `${label(behavior)}, action ${index + 1}, ${type}: ${(error as Error).message}` };
  }
  behavior.acted += 1;
  behavior.held = true;
  return 'acted';
};
