import { keep } from './data.ts';
import type { Expression, Kind } from './definition.ts';
import { give, nodeAt, type Draft } from './draft.ts';
import { inputs, worth } from './elements/ask.ts';
import type { Failure, Moving } from './elements/element.ts';
import type { Json } from './state.ts';
import { contextOf, seeing } from './view.ts';

/** Elements that hand their inputs on instead of keeping them as values of their own. */
export const handingOn: ReadonlySet<Kind> = new Set([
  'serviceTask', 'businessRuleTask', 'sendTask', 'callActivity', 'endEvent', 'intermediateThrowEvent',
]);

/** Gives an activity its inputs as values of its own. */
export const mapInputs = (draft: Draft, token: Moving): Failure | undefined => {
  const { step, kind } = nodeAt(draft, token.at);
  if (!step.inputs || kind === 'callActivity' || (handingOn.has(kind) && !step.variables)) return undefined;
  const given = inputs(contextOf(draft, token));
  if ('failed' in given) return given.failed;
  give(draft, token.id, given.value);
  return undefined;
};

/** Keeps what an activity's outputs say, outside the activity. */
export const mapOutputs = (draft: Draft, token: Moving, outputs: Readonly<Record<string, Expression>>): Failure | undefined => {
  const { step } = nodeAt(draft, token.at);
  const context = contextOf(draft, token);
  const values: Record<string, Json> = {};
  for (const [name, expression] of Object.entries(outputs)) {
    const value = worth(step.variables ? seeing(context, { data: { ...context.data, ...values } }) : context, expression, `output "${name}"`);
    if ('failed' in value) return value.failed;
    values[name] = value.value;
  }
  keep(draft, values, token.scope);
  return undefined;
};
