import type { Definition, Expression, FlowId, NodeId } from '../../engine/definition.ts';
import { chartQuestions } from '../../engine/soundness/chart-questions.ts';
import { questionsOf } from '../../engine/soundness/questions.ts';
import type { Json } from '../../engine/state.ts';
import { forksOf, type Fork } from './forks.ts';

/** How long a time is that only the data would tell. */
const unknownTime = 'P5D';

interface Chance {
  readonly source: NodeId;
  readonly share: number;
  /** Whether a condition of this fork held since its first one was asked; they are asked in one go, in their order. */
  readonly held: { any: boolean };
  readonly isFirst: boolean;
  /** Without a default way somebody must be let through in the end. */
  readonly mustHold: boolean;
}

/**
 * Answers every expression of a definition by chance: conditions as often as their way is taken, loops once, lists with one
 * entry. Where one condition is asked after the other, each is answered for those that the former left. What is given back
 * answers for one dossier, by its luck at each place.
 */
export function answersBy(definition: Definition, ways: Readonly<Record<FlowId, number>>): (luckAt: (source: NodeId) => () => number) => (expression: Expression, flow?: FlowId) => Json {
  const questions = definition.machine ? chartQuestions(definition, definition.machine) : questionsOf(definition);
  // the engine knows a condition of a diagram as itself, a guard of a statechart by its way
  const chances = new Map<Expression | FlowId, Chance>(forksOf(definition).flatMap((fork) => chancesAt(fork, ways).map(([flow, condition, chance]) => [definition.machine ? flow : condition, chance] as const)));
  // Data that a step needs are there, and it gives what it is to give.
  const there = new Set(Object.values(definition.nodes).flatMap(({ step: { inputSets = [], outputSets = [] } }) => [
    ...inputSets.map(({ available }) => available), ...outputSets.flatMap(({ available, rule }) => (rule ? [available, rule] : [available])),
  ]));
  return (luckAt) => (expression, flow) => {
    const chance = chances.get(flow ?? expression);
    if (chance === undefined) {
      if (there.has(expression)) return true;
      const { options = [] } = questions.of(expression) ?? {};
      if (options.includes(true) || options.includes(false)) return false;
      const [first = null] = options;
      return first === 'PT1H' ? unknownTime : first;
    }
    const { source, share, held, isFirst, mustHold } = chance;
    if (isFirst) held.any = false;
    const holds = luckAt(source)() < share || (mustHold && !held.any);
    held.any ||= holds;
    return holds;
  };
}

function chancesAt({ source, ways: out, isOne, mayStay }: Fork, ways: Readonly<Record<FlowId, number>>): (readonly [FlowId, Expression, Chance])[] {
  const asked = out.flatMap(({ flow, condition }) => (condition === undefined ? [] : [{ flow, condition }]));
  const weight = (flow: FlowId): number => Math.max(0, ways[flow] ?? 1);
  const sum = (ids: readonly { readonly flow: FlowId }[]): number => ids.reduce((total, { flow }) => total + weight(flow), 0);
  const held = { any: false };
  return asked.map(({ flow, condition }, index) => {
    // What was asked before did not hold. That nothing is taken counts as one way more.
    const left = sum(out) + (mayStay ? 1 : 0) - (isOne ? sum(asked.slice(0, index)) : 0);
    const mustHold = !mayStay && asked.length === out.length && index === asked.length - 1;
    return [flow, condition, { source, share: left === 0 ? 0 : weight(flow) / left, held, isFirst: index === 0, mustHold }] as const;
  });
}
