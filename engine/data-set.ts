import { unsubscribe } from './cancel.ts';
import { entriesOf } from './data.ts';
import type { InputSet, OutputSet } from './definition.ts';
import { give, nodeAt, rest, subscriptionsOf, type Draft } from './draft.ts';
import { fail, inputSetName, label, type Answer } from './elements/ask.ts';
import type { Context, Moving } from './elements/element.ts';
import { evaluation } from './evaluation.ts';
import { resultName } from './result-name.ts';
import type { Data, Token } from './state.ts';
import { contextOf } from './view.ts';
import { arm, isContainer } from './watch.ts';

const isTrue = ({ environment, at }: Context, expression: InputSet['available'], data: Data): boolean => {
  const answer = evaluation(environment, expression, data, at);
  return !('failed' in answer) && answer.value === true;
};

/**
 * Lets an activity begin with the first set of inputs that is available, or the one for which it waited; whether it may. With none it
 * waits until data have changed so that one is (BPMN 2.0.2, 10.4.2). The set is known to it by its number (`inputSet`).
 */
export const beginsWith = (draft: Draft, token: Moving, sets: readonly InputSet[], awaited: number | undefined): boolean => {
  const context = contextOf(draft, token);
  const { data } = context;
  for (const subscription of subscriptionsOf(draft, { token: token.id })) if (subscription.node === token.at) unsubscribe(draft, subscription);
  const used = awaited ?? sets.findIndex(({ available }) => isTrue(context, available, data));
  if (used === -1) {
    rest(draft, token, { on: 'event' });
    arm(draft, { token: token.id }, sets.map((_, part) => ({ node: token.at, part, event: { kind: 'conditional', held: false } })));
    return false;
  }
  give(draft, token.id, { [inputSetName]: used + 1 });
  return true;
};

/** Whether a token waits for the data of its activity, and not for a conditional event. */
export const waitsForData = (draft: Draft, { id, at, wait }: Token): boolean =>
  wait.on === 'event' && !nodeAt(draft, at).kind.endsWith('Event') && subscriptionsOf(draft, { token: id }).some(({ node, event }) => node === at && event.kind === 'conditional');

/**
 * The set of outputs that is given: the first all of whose required outputs the answer has. None, or one that may not follow the set
 * of inputs with which the activity began, is a fault (BPMN 2.0.2, 13.3.2).
 */
export const givenSet = (context: Context, sets: readonly OutputSet[]): Answer<OutputSet> => {
  const { node, own } = context;
  // What a sub-process gives is computed in it, as values of its own.
  const answer = isContainer(node) ? own : entriesOf(own[resultName(node)] ?? null);
  const given = sets.find(({ available }) => isTrue(context, available, answer));
  if (!given) return { failed: fail('output-set', `expected the answer of ${label(node)} to have all outputs of one of its sets, but it has ${Object.keys(answer).join(', ') || 'none'}`) };
  if (given.rule && !isTrue(context, given.rule, { [inputSetName]: own[inputSetName] ?? null })) {
    return { failed: fail('output-set', `expected ${label(node)} to give outputs that may follow its set of inputs ${String(own[inputSetName])}, but it gives its set ${sets.indexOf(given) + 1}`) };
  }
  return { value: given };
};
