import { FeelFunction } from '../../expression/function.ts';
import { prepare } from '../../expression/prepare.ts';
import { deeper, Refusal, spend, warn } from '../../expression/run.ts';
import type { Scope } from '../../expression/run.ts';
import { kindOf } from '../../expression/value.ts';
import type { Context } from '../../expression/value.ts';
import { conform, fit } from '../conform.ts';
import { tableValue } from '../table-value.ts';
import type { Rule } from '../table.ts';
import { visible } from './visible.ts';
import type { FunctionLogic, IterationLogic, Logic } from './logic.ts';

/** The value of logic in a scope; `matched` takes down the rules of tables that matched. Throws a Refusal for what cannot be carried out. */
export function valueOf(logic: Logic, scope: Scope, matched: (rule: Rule) => void): unknown {
  const value = (part: Logic, names?: Context): unknown => valueOf(part, names === undefined ? scope : inside(scope, names), matched);
  spend(scope.run, 5);
  switch (logic.kind) {
    case 'literal': return prepare(logic.text, 'expression', visible(scope))(scope);
    case 'undecided': throw new Refusal('it has no decision logic, and no value was given for it');
    case 'table': return tableValue(logic, scope, matched);
    case 'context': {
      const context: Record<string, unknown> = {};
      const inner = inside(scope, context);
      for (const { name, item, value: part } of logic.entries) {
        const result = conform(valueOf(part, inner, matched), item, name ?? 'the result', scope.run);
        if (name === undefined) return result;
        context[name] = result;
      }
      return context;
    }
    case 'invocation': {
      const callee = value(logic.callee);
      if (!(callee instanceof FeelFunction)) throw new Refusal(`expected "${logic.callee.text}" to be a function, but it is none`);
      const strange = logic.bindings.find(({ name }) => !callee.parameterNames.includes(name));
      if (strange !== undefined) throw new Refusal(`"${logic.callee.text}" has no parameter "${strange.name}"; it has ${callee.parameterNames.join(', ')}`);
      return callee.fn(...callee.parameterNames.map((parameter) => {
        const binding = logic.bindings.find(({ name }) => name === parameter);
        return binding === undefined ? null : value(binding.value);
      }));
    }
    case 'function': return functionOf(logic, scope, matched);
    case 'relation': return logic.rows.map((cells) => Object.fromEntries(cells.map((cell, column) => [logic.columns[column]!, value(cell)])));
    case 'list': return logic.elements.map((element) => value(element));
    case 'conditional': {
      const condition = value(logic.condition);
      if (condition !== null && typeof condition !== 'boolean') return warn(scope.run, 'the condition is neither true nor false, and what depends on it counts as null');
      return value(condition === true ? logic.consequence : logic.otherwise);
    }
    case 'for': case 'some': case 'every': return iterate(logic, value(logic.source), value);
    case 'filter': {
      const source = value(logic.source);
      if (source === null) return null;
      return (Array.isArray(source) ? source : [source]).filter((item: unknown) => value(logic.match, kindOf(item) === 'context' ? { item, ...(item as Context) } : { item }) === true);
    }
  }
}

const inside = (scope: Scope, names: Context): Scope => ({ run: scope.run, names, outer: scope });

function iterate({ kind, variable, body }: IterationLogic, source: unknown, value: (part: Logic, names: Context) => unknown): unknown {
  if (source === null) return null;
  const elements: readonly unknown[] = Array.isArray(source) ? source : [source];
  if (kind === 'for') {
    const partial: unknown[] = [];
    for (const element of elements) partial.push(value(body, { partial, [variable]: element }));
    return partial;
  }
  let unknown = false;
  for (const element of elements) {
    const answer = value(body, { [variable]: element });
    if (answer === (kind === 'some') && !unknown) return kind === 'some';
    if (typeof answer !== 'boolean') unknown = true;
  }
  return unknown ? null : kind === 'every';
}

/** A function value that checks what it is given and what it answers, and sees the scope it was made in. */
export function functionOf({ parameters, body, result }: FunctionLogic, scope: Scope, matched: (rule: Rule) => void): FeelFunction {
  return new FeelFunction((...values: unknown[]) => deeper(scope.run, () => {
    const names: Record<string, unknown> = {};
    for (const [index, { name, item }] of parameters.entries()) {
      const given = fit(values[index] ?? null, item, scope.run);
      if (given === undefined) return warn(scope.run, `the argument "${name}" is not what its type says, and the call counts as null`);
      names[name] = given;
    }
    return conform(valueOf(body, inside(scope, names), matched), result, 'the result', scope.run);
  }), parameters.map(({ name }) => name));
}
