import { fail, inputs, label } from './ask.ts';
import type { Element } from './element.ts';

/** Evaluates a decision over its named inputs, or over all data when it names none, and keeps the value. */
export const businessRuleTask: Element<'businessRuleTask'> = {
  enter: (context) => {
    const { node, environment, data, at } = context;
    const reference = node.step.decision;
    if (reference === undefined) return fail('decision', `expected ${label(node)} to name a decision, but it has none`);
    if (!environment.decide) return fail('decision', `expected decision ${reference} of ${label(node)} to be at hand, but no decisions were given`);
    // A decision is made within the house: drawn for another engine, it sees what its step sees.
    const given = node.step.inputs && !node.step.variables ? inputs(context) : { value: { ...data } };
    if ('failed' in given) return given.failed;
    const result = environment.decide(reference, given.value, at);
    if ('failed' in result) return fail('decision', `expected decision ${reference} of ${label(node)} to give a value, but ${result.failed}`);
    return { do: 'leave', answer: result.value };
  },
};
