import { entriesOf, keep } from './data.ts';
import type { CallActivity, Expression, Kind, Node } from './definition.ts';
import { give, nodeAt, type Draft } from './draft.ts';
import { givenSet } from './data-set.ts';
import { inputs, worth, type Answer } from './elements/ask.ts';
import type { Context, Failure, Moving } from './elements/element.ts';
import { evaluation } from './evaluation.ts';
import { resultName } from './result-name.ts';
import type { Data, Json } from './state.ts';
import { contextOf } from './view.ts';

/** Elements that hand their inputs on instead of keeping them as values of their own. */
export const handingOn: ReadonlySet<Kind> = new Set([
  'serviceTask', 'businessRuleTask', 'sendTask', 'callActivity', 'endEvent', 'intermediateThrowEvent',
]);

/** Gives an activity its inputs as values of its own. */
export const mapInputs = (draft: Draft, token: Moving): Failure | undefined => {
  const node = nodeAt(draft, token.at);
  const wanted = node.kind === 'callActivity' ? node.values : handingOn.has(node.kind) && !node.step.variables ? undefined : node.step.inputs;
  if (!wanted) return undefined;
  const given = inputs(contextOf(draft, token), wanted);
  if ('failed' in given) return given.failed;
  give(draft, token.id, given.value);
  return undefined;
};

/** A call whose outputs see the data of the called process alone: one that keeps values of its own, or was drawn for an engine where they do. */
export const isApart = (node: Node): node is CallActivity => node.kind === 'callActivity' && (node.locals !== undefined || node.keeps !== undefined || (node.step.variables === 'always' && node.step.outputs !== undefined));

/** Keeps what an activity's outputs say, outside the activity. */
export const mapOutputs = (draft: Draft, token: Moving, all: Readonly<Record<string, Expression>>): Failure | undefined => {
  const node = nodeAt(draft, token.at);
  if (!isApart(node)) return keepOutside(draft, token, all);
  const context = contextOf(draft, token);
  const called = context.seeing({ data: entriesOf(context.own[resultName(node)] ?? null) });
  const [locals, back] = [valuesOf(called, node.locals ?? {}), valuesOf(called, all)];
  if ('failed' in locals) return locals.failed;
  if ('failed' in back) return back.failed;
  give(draft, token.id, locals.value);
  keep(draft, back.value, token.scope, token.id);
  return node.keeps && keepOutside(draft, token, node.keeps);
};

const keepOutside = (draft: Draft, token: Moving, all: Readonly<Record<string, Expression>>): Failure | undefined => {
  const { loop } = nodeAt(draft, token.at);
  const context = contextOf(draft, token);
  const outputs = kept(context, all);
  if ('failed' in outputs) return outputs.failed;
  const values = valuesOf(context, outputs.value, context.node.step.variables !== undefined);
  if ('failed' in values) return values.failed;
  const own = loop?.kind === 'multi' ? loop.own : undefined;
  const { [own ?? '']: left, ...outside } = values.value;
  if (left !== undefined) give(draft, token.id, { [own!]: left });
  keep(draft, outside, token.scope);
  return undefined;
};

/** Values by name; in a row each sees the earlier ones. */
const valuesOf = (context: Context, all: Readonly<Record<string, Expression>>, inRow = false): Answer<Data> => {
  const values: Record<string, Json> = {};
  for (const [name, expression] of Object.entries(all)) {
    const value = worth(inRow ? context.seeing({ data: { ...context.data, ...values } }) : context, expression, `output "${name}"`);
    if ('failed' in value) return value;
    values[name] = value.value;
  }
  return { value: values };
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
