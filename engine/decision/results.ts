import { variables } from '../expression/feel.ts';
import type { Json } from '../state.ts';
import { decide } from './evaluate.ts';
import type { Decision, DecisionModel } from './model.ts';
import type { DecisionTable, HitPolicy } from './table.ts';

const single = new Set<HitPolicy>(['UNIQUE', 'FIRST', 'ANY', 'PRIORITY']);
const timeless = '2000-01-01T00:00:00Z';

/**
 * All values that a decision can have, where it is a table whose cells are plain values: by the name of the output, or by the
 * empty name when there is one output, which is the value itself. Input that no rule matches gives no value (DMN 1.5, 8.2.11).
 */
export const resultsOf = (model: DecisionModel, id: string): ReadonlyMap<string, readonly Json[]> => {
  const decision = model.decisions.find((each) => each.id === id);
  if (decision?.logic.kind !== 'table' || !single.has(decision.logic.hitPolicy)) return new Map();
  const table = decision.logic;
  const isPlain = (column: number): boolean => [...table.rules.map(({ results }) => results[column]!), table.outputs[column]!.otherwise ?? 'null'].every((text) => variables(text).length === 0 && !/\b(?:now|today)\s*\(/.test(text));
  const plain = table.outputs.map((_, column) => isPlain(column));
  const answers = alone(table, plain).flatMap((answer) => valueOf(model, { ...decision, requires: [], imported: [], knows: [], logic: answer }));
  if (answers.includes(undefined)) return new Map();
  return new Map(table.outputs.flatMap(({ name }, column) => {
    if (!plain[column]) return [];
    const path = table.outputs.length === 1 ? '' : name;
    return [[path, distinct(answers.map((value) => (path === '' ? value! : (value as { readonly [key: string]: Json } | null)?.[path] ?? null)))]];
  }));
};

/** Each rule as a table that always answers with it, and one that no rule matches where there is a default; cells that are calculated are left out. */
const alone = (table: DecisionTable, plain: readonly boolean[]): readonly DecisionTable[] => {
  const outputs = table.outputs.map((output, column) => (plain[column] || output.otherwise === undefined ? output : { ...output, otherwise: 'null' }));
  const rules = table.rules.map((rule) => [{ ...rule, tests: [], results: rule.results.map((text, column) => (plain[column] ? text : 'null')) }]);
  return [...rules, ...outputs.some(({ otherwise }) => otherwise !== undefined) ? [[]] : []].map((some) => ({ ...table, inputs: [], outputs, rules: some }));
};

const valueOf = (model: DecisionModel, decision: Decision): Json | undefined => {
  const answer = decide({ ...model, decisions: [decision] }, decision.id, {}, timeless);
  return 'failed' in answer ? undefined : answer.value;
};

const distinct = (values: readonly Json[]): readonly Json[] => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
