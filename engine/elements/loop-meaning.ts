import type { Expression } from '../definition.ts';
import type { Turns } from '../state.ts';
import { fail, label, worth, type Answer } from './ask.ts';
import type { Context } from './element.ts';

/** What one finished turn makes of a loop. */
export interface Outcome {
  readonly turns: Turns;
  readonly over: boolean;
}

/** One way of doing an activity several times. It decides and never changes anything. */
export interface LoopMeaning<L> {
  /** How many turns there are to be, and their entries, when a token reaches the activity; no number while a condition decides. */
  plan(context: Context, loop: L): Answer<Pick<Turns, 'total' | 'entries'>>;
  /** `turns` as they are with the turn that is done, whose number is `counter`, from 1. */
  outcome(context: Context, loop: L, turns: Turns, counter: number): Answer<Outcome>;
}

/** Whether a condition holds; anything but true or false is a failure. */
export const yes = (context: Context, expression: Expression, what: string): Answer<boolean> => {
  const answer = worth(context, expression, what);
  if ('failed' in answer) return answer;
  if (typeof answer.value === 'boolean') return { value: answer.value };
  return { failed: fail('condition', `expected ${what} of ${label(context.node)} "${expression.text}" to be true or false, but it is ${JSON.stringify(answer.value)}`) };
};
