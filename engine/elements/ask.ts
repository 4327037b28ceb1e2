import type { Expression, Flow, Node } from '../definition.ts';
import { evaluation } from '../evaluation.ts';
import type { Data, Json } from '../state.ts';
import type { Context, Failure } from './element.ts';

/** An expression's value, or why there is none. */
export type Answer<T> = { readonly value: T } | { readonly failed: Failure };

export const fail = (code: string, message: string): Failure => ({ do: 'incident', code, message });

/** An element as a person finds it: kind, name and id. */
export const label = (node: Node): string => `${node.kind} ${node.name ? `"${node.name}" (${node.id})` : node.id}`;

const flowLabel = (flow: Flow): string => (flow.name ? `flow "${flow.name}" (${flow.id})` : `flow ${flow.id}`);

const strictly = (context: Context, expression: Expression, what: string): Answer<Json> => {
  const result = evaluation(context.environment, expression, context.data, context.at);
  if ('failed' in result) return { failed: fail('expression', `expected ${what} "${expression.text}" to be valid FEEL, but ${result.failed}`) };
  if (result.missing.length > 0) {
    return { failed: fail('missing-data', `expected ${what} "${expression.text}" to find its data, but there is no ${result.missing.join(', ')}`) };
  }
  return { value: result.value };
};

/** A flow's condition. Missing data and anything but true or false is a failure: never a silent "no". */
export const holds = (context: Context, flow: Flow, condition: Expression): Answer<boolean> => {
  const what = `the condition of ${flowLabel(flow)} out of ${label(context.node)}`;
  const result = strictly(context, condition, what);
  if ('failed' in result) return result;
  if (typeof result.value === 'boolean') return { value: result.value };
  return { failed: fail('condition', `expected ${what} "${condition.text}" to be true or false, but it is ${JSON.stringify(result.value)}`) };
};

/** Any value that must not rest on missing data, such as a script's or a message key's. */
export const worth = (context: Context, expression: Expression, what: string): Answer<Json> =>
  strictly(context, expression, `${what} of ${label(context.node)}`);

/** A timer's text: literal, or a FEEL expression that gives one. */
export const text = (context: Context, value: string | Expression, what: string): Answer<string> => {
  if (typeof value === 'string') return { value };
  const result = worth(context, value, what);
  if ('failed' in result) return result;
  if (typeof result.value === 'string' && result.value !== '') return { value: result.value };
  return { failed: fail('expression', `expected ${what} of ${label(context.node)} "${value.text}" to be text, but it is ${JSON.stringify(result.value)}`) };
};

/** The activity's own value that says with which of its sets of inputs it began, from 1. */
export const inputSetName = 'inputSet';

/**
 * Named inputs. What nobody has answered yet is null: whoever receives the inputs judges them. In a step drawn for another
 * engine a later input sees the earlier ones. An input that stands in another set than the one it began with has no value.
 */
export const inputs = (context: Context, wanted: Readonly<Record<string, Expression>> = context.node.step.inputs ?? {}): Answer<Data> => {
  const { inputSets, variables } = context.node.step;
  const given: Record<string, Json> = {};
  const unfilled = inputSets?.[Number(context.own[inputSetName]) - 1]?.unfilled;
  for (const [name, expression] of Object.entries(wanted)) {
    if (unfilled?.includes(name)) continue;
    const result = evaluation(context.environment, expression, variables ? { ...context.data, ...given } : context.data, context.at);
    if ('failed' in result) {
      return { failed: fail('expression', `expected input "${name}" of ${label(context.node)} "${expression.text}" to be valid FEEL, but ${result.failed}`) };
    }
    given[name] = result.value;
  }
  return { value: given };
};

/**
 * What work is handed, which may leave the house: its named inputs and nothing else that the dossier holds. A step drawn for
 * another engine keeps them as values of its own, beside those that a loop gives each turn.
 */
export const handed = (context: Context): Answer<Data> => (context.node.step.variables ? { value: context.own } : inputs(context));
