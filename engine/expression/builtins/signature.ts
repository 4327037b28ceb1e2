import { isNumeric } from '../decimal.ts';
import { FeelFunction } from '../function.ts';
import { FeelRange } from '../range.ts';
import { Refusal, warn } from '../run.ts';
import type { Code, Run, Scope } from '../run.ts';
import { FeelDate, FeelDateTime } from '../time/values.ts';
import { bounded, kindOf, weigh } from '../value.ts';

/** A function every expression knows. `parameters` are FEEL's names, for calls by name; one with `...` takes the rest. */
export type Builtin = { readonly parameters: readonly string[] } & (Called | Asked);

interface Called {
  readonly call: (run: Run, values: readonly unknown[]) => unknown;
}

/** Where absence is the question: it evaluates what it needs itself. */
interface Asked {
  readonly ask: (scope: Scope, codes: readonly (Code | undefined)[]) => unknown;
}

/** Calls it with values that are there already, as a function that is handed over is called. */
export const callWith = (builtin: Builtin, scope: Scope, values: readonly unknown[]): unknown =>
  ('ask' in builtin ? builtin.ask(scope, values.map((value) => () => value)) : builtin.call(scope.run, values));

type Body = (run: Run, ...values: never[]) => unknown;

const fits: Readonly<Record<string, (value: unknown) => boolean>> = {
  any: () => true,
  number: isNumeric,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  list: Array.isArray,
  context: (value) => kindOf(value) === 'context',
  range: (value) => value instanceof FeelRange,
  day: (value) => value instanceof FeelDate || value instanceof FeelDateTime,
  function: (value) => value instanceof FeelFunction,
};

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly rest: boolean;
}

/** The value as the parameter wants it: a list of one stands for its element, and an element for a list of one. */
function fit(value: unknown, { type, optional }: Parameter): unknown {
  if (value === undefined) return optional ? undefined : unfit;
  if (value === null) return type === 'any' ? null : optional && type === 'string' ? undefined : unfit;
  if (fits[type]!(value)) return value;
  if (type === 'list') return [value];
  return Array.isArray(value) && value.length === 1 && fits[type]!(value[0]) ? value[0] : unfit;
}

const unfit = Symbol('unfit');

/**
 * Makes functions from signatures such as `sublist(list: list, start: number, length: number?)`: `?` may be left out, a text also null, and then is undefined;
 * `...` takes all values, or the elements of one list. A value that does not fit makes the result null, with a warning.
 */
export const define = (bodies: Readonly<Record<string, Body>>): readonly (readonly [string, Builtin])[] => Object.entries(bodies).map(([signature, body]) => {
  const [, name = '', inside = ''] = /^([^(]+)\((.*)\)$/.exec(signature) ?? [];
  const parameters = inside === '' ? [] : inside.split(', ').map((text): Parameter => {
    const [, rest, parameter, type, optional] = /^(\.\.\.)?([^:]+): (\w+)(\?)?$/.exec(text) as unknown as [string, string | undefined, string, string, string | undefined];
    return { name: parameter, type, optional: optional !== undefined, rest: rest !== undefined };
  });
  const [first] = parameters;
  const prepared = (values: readonly unknown[]): readonly unknown[] => {
    if (first?.rest !== true) return parameters.flatMap((parameter, index) => (parameter.rest ? values.slice(index) : [fit(values[index], parameter)]));
    if (values.length === 0) return [unfit];
    const elements = values.length === 1 && (Array.isArray(values[0]) || values[0] === null) && first.type !== 'list' ? values[0] as readonly unknown[] | null : values;
    const all = elements?.map((element) => fit(element, first)) ?? unfit;
    return Array.isArray(all) && all.includes(unfit) ? [unfit] : [all];
  };
  return [name, {
    parameters: parameters.map((parameter) => `${parameter.rest ? '...' : ''}${parameter.name}`),
    call(run, values) {
      for (const value of values) weigh(value, run);
      const given = prepared(values);
      if (given.includes(unfit)) return warn(run, `${name}(): the arguments do not fit`);
      const result = body(run, ...given as never[]);
      return typeof result === 'string' ? bounded(result) : (result ?? null);
    },
  }];
});

/** An entry's name that would reach into JavaScript. */
export const safeKey = (key: string): string => {
  if (key === '__proto__') throw new Refusal('expected a name of an entry, but "__proto__" is not allowed');
  return key;
};
