import { add, isNumeric } from '../expression/decimal.ts';
import type { Numeric } from '../expression/decimal.ts';
import { equal, order } from '../expression/compare.ts';
import { Refusal } from '../expression/run.ts';
import type { Run } from '../expression/run.ts';
import type { Aggregation, DecisionTable } from './table.ts';

/** A rule that matched; its outputs are calculated when they are wanted. */
export interface Hit {
  readonly rule: string;
  readonly outputs: () => readonly unknown[];
}

/** What a table answers, from the rules that matched (DMN 1.5, 8.2.11). `situation` describes the inputs for an error. */
export function outcome(table: DecisionTable, hits: readonly Hit[], express: (text: string) => unknown, run: Run, situation: () => string): unknown {
  const value = (outputs: readonly unknown[]) => answer(table, outputs);
  if (hits.length === 0) return nothing(table, express, situation);
  switch (table.hitPolicy) {
    case 'UNIQUE':
      if (hits.length > 1) throw new Refusal(`expected one rule to match, but ${named(hits)} do, for ${situation()}`);
      return value(hits[0]!.outputs());
    case 'FIRST': return value(hits[0]!.outputs());
    case 'ANY': {
      const [first, ...others] = hits.map(({ outputs }) => outputs());
      if (others.some((other) => equal(other, first, run) !== true)) throw new Refusal(`expected all matching rules to answer the same, but ${named(hits)} do not, for ${situation()}`);
      return value(first!);
    }
    case 'PRIORITY': return value(byPriority(table, hits, express, run)[0]!);
    case 'OUTPUT ORDER': return byPriority(table, hits, express, run).map(value);
    case 'RULE ORDER': return hits.map(({ outputs }) => value(outputs()));
    case 'COLLECT': {
      const values = hits.map(({ outputs }) => value(outputs()));
      return table.aggregation === undefined ? values : aggregate(table.aggregation, values, hits);
    }
  }
}

function nothing(table: DecisionTable, express: (text: string) => unknown, situation: () => string): unknown {
  if (table.outputs.some(({ otherwise }) => otherwise !== undefined)) return answer(table, table.outputs.map(({ otherwise }) => (otherwise === undefined ? null : express(otherwise))));
  if (table.aggregation === 'COUNT') return 0;
  if (table.hitPolicy === 'RULE ORDER' || table.hitPolicy === 'OUTPUT ORDER' || (table.hitPolicy === 'COLLECT' && table.aggregation === undefined)) return [];
  throw new Refusal(`expected a rule to match, but none does, and there is no default, for ${situation()}`);
}

/** One output is the value itself, several are a context by name. */
function answer(table: DecisionTable, outputs: readonly unknown[]): unknown {
  return outputs.length === 1 ? outputs[0] : Object.fromEntries(table.outputs.map(({ name }, column) => [name, outputs[column]]));
}

function byPriority(table: DecisionTable, hits: readonly Hit[], express: (text: string) => unknown, run: Run): readonly (readonly unknown[])[] {
  const priorities = table.outputs.map(({ values }) => (values === undefined ? [] : (express(`[${values}]`) as readonly unknown[])));
  const rank = (value: unknown, column: number) => {
    const found = priorities[column]!.findIndex((candidate) => equal(candidate, value, run) === true);
    return found < 0 ? Number.MAX_SAFE_INTEGER : found;
  };
  const compare = (left: readonly unknown[], right: readonly unknown[]) => {
    const column = left.findIndex((value, index) => rank(value, index) !== rank(right[index], index));
    return column < 0 ? 0 : rank(left[column], column) - rank(right[column], column);
  };
  return hits.map(({ outputs }) => outputs()).toSorted(compare);
}

function aggregate(aggregation: Aggregation, values: readonly unknown[], hits: readonly Hit[]): unknown {
  if (aggregation === 'COUNT') return values.length;
  if (aggregation === 'SUM') {
    const numbers = values.filter(isNumeric);
    if (numbers.length < values.length) throw new Refusal(`expected numbers to add, but ${named(hits)} answer something else`);
    return numbers.reduce<Numeric | null>((sum, value) => (sum === null ? null : add(sum, value)), 0);
  }
  if (values.some((value) => order(value, values[0]) === null)) throw new Refusal(`expected values with an order, but ${named(hits)} answer something else`);
  return values.reduce((best, value) => (order(value, best)! * (aggregation === 'MAX' ? 1 : -1) > 0 ? value : best));
}

const named = (hits: readonly Hit[]) => `the rules ${hits.map(({ rule }) => rule).join(', ')}`;
