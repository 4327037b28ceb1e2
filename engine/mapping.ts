import { keep } from './data.ts';
import type { Expression, Kind } from './definition.ts';
import { give, nodeAt, type Draft } from './draft.ts';
import { givenSet } from './data-set.ts';
import { inputs, worth, type Answer } from './elements/ask.ts';
import type { Context, Failure, Moving } from './elements/element.ts';
import { evaluation } from './evaluation.ts';
import type { Json } from './state.ts';
import { contextOf } from './view.ts';

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
export const mapOutputs = (draft: Draft, token: Moving, all: Readonly<Record<string, Expression>>): Failure | undefined => {
  const { step, loop } = nodeAt(draft, token.at);
  const context = contextOf(draft, token);
  const outputs = kept(context, all);
  if ('failed' in outputs) return outputs.failed;
  const values: Record<string, Json> = {};
  for (const [name, expression] of Object.entries(outputs.value)) {
    const value = worth(step.variables ? context.seeing({ data: { ...context.data, ...values } }) : context, expression, `output "${name}"`);
    if ('failed' in value) return value.failed;
    values[name] = value.value;
  }
  const own = loop?.kind === 'multi' ? loop.own : undefined;
  const { [own ?? '']: left, ...outside } = values;
  if (left !== undefined) give(draft, token.id, { [own!]: left });
  keep(draft, outside, token.scope);
  return undefined;
};

/** Those of the outputs that are kept: all, or those of the set that was given, with what belongs to no set. */
const kept = (context: Context, all: Readonly<Record<string, Expression>>): Answer<Readonly<Record<string, Expression>>> => {
  const sets = context.node.step.outputSets;
  if (!sets) return { value: all };
  const given = givenSet(context, sets);
  if ('failed' in given) return given;
  const { outputs, optional = [] } = given.value;
  const beside = Object.entries(all).filter(([name]) => sets.every((set) => !Object.hasOwn(set.outputs, name)));
  const own = Object.entries(outputs).filter(([name, expression]) => !optional.includes(name) || isGiven(context, expression));
  return { value: Object.fromEntries([...beside, ...own]) };
};

const isGiven = ({ environment, data, at }: Context, expression: Expression): boolean => {
  const answer = evaluation(environment, expression, data, at);
  return !('failed' in answer) && answer.value !== null && answer.missing.length === 0;
};
