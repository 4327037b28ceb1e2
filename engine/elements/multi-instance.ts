import type { Expression, Loop } from '../definition.ts';
import type { Data, Json, Turns } from '../state.ts';
import { fail, label, worth, type Answer } from './ask.ts';
import type { Context } from './element.ts';
import { yes, type LoopMeaning, type Outcome } from './loop-meaning.ts';

type Multi = Extract<Loop, { kind: 'multi' }>;

const most = 100_000;

const entriesOf = (context: Context, collection: Expression): Answer<Pick<Turns, 'total' | 'entries'>> => {
  const answer = worth(context, collection, 'the collection');
  if ('failed' in answer) return answer;
  if (Array.isArray(answer.value)) return { value: { total: answer.value.length, entries: answer.value as readonly Json[] } };
  return { failed: fail('collection', `expected the collection of ${label(context.node)} "${collection.text}" to be a list, but it is ${JSON.stringify(answer.value)?.slice(0, 80)}`) };
};

/** The counts as the standard names them, for conditions and for the instances themselves (BPMN 2.0.2, table 10.30). */
export const countsOf = ({ total, begun, done }: Turns): Data => {
  const [numberOfActiveInstances, numberOfCompletedInstances, numberOfTerminatedInstances] = [begun - done, done, 0];
  if (total === undefined) return { numberOfActiveInstances, numberOfCompletedInstances, numberOfTerminatedInstances };
  return { numberOfInstances: total, numberOfActiveInstances, numberOfCompletedInstances, numberOfTerminatedInstances };
};

/** Whether it is over: the last instance is done, or the completion condition holds. */
const enough = (context: Context, { completion }: Multi, turns: Turns): Answer<Outcome> => {
  const all = turns.done === turns.total;
  if (all || !completion) return { value: { turns, over: all } };
  const holds = yes(context.seeing({ data: { ...context.data, ...countsOf(turns) } }), completion, 'the completion condition');
  return 'failed' in holds ? holds : { value: { turns, over: holds.value } };
};

/** Does its activity once for each entry of a collection, or as often as a number says (BPMN 2.0.2, 10.3.8 and 13.3.7). */
export const multiInstance: LoopMeaning<Multi> = {
  plan: (context, { collection, cardinality }) => {
    if (collection) return entriesOf(context, collection);
    const answer = cardinality ? worth(context, cardinality, 'the cardinality') : { value: 1 };
    if ('failed' in answer) return answer;
    if (typeof answer.value === 'number' && Number.isInteger(answer.value) && answer.value >= 0 && answer.value <= most) return { value: { total: answer.value } };
    return { failed: fail('cardinality', `expected the cardinality of ${label(context.node)} "${cardinality?.text}" to be a whole number up to ${most}, but it is ${JSON.stringify(answer.value)}`) };
  },
  outcome: (context, loop, turns, counter) => {
    if (!loop.output) return enough(context, loop, turns);
    const value = worth(context, loop.output.value, 'the output');
    if ('failed' in value) return value;
    return enough(context, loop, { ...turns, results: (turns.results ?? []).map((result, index) => (index === counter - 1 ? value.value : result)) });
  },
};
