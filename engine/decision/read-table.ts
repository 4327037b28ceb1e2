import type { As } from '../expression/prepare.ts';
import type { Element } from './document.ts';
import { checked } from './boxed/reading.ts';
import type { Reading } from './boxed/reading.ts';
import { idOf, list, nameOf, only, textOf, typeOf } from './element.ts';
import { simpleName } from './item-type.ts';
import { aggregations, hitPolicies } from './table.ts';
import type { Aggregation, DecisionTable, HitPolicy, InputColumn, OutputColumn, Rule } from './table.ts';

/** Reads a decision table and checks every expression in it, so that only tables that can run are run. */
export function readTable(element: Element, reading: Reading): DecisionTable {
  const id = idOf(element) || reading.place;
  const report = (at: string, message: string): void => reading.report(at, `in the decision table "${id}": ${message}`);
  const table: Reading = { ...reading, place: id, report };
  const hitPolicy = (element.attributes['hitPolicy'] ?? 'UNIQUE') as HitPolicy;
  if (!hitPolicies.includes(hitPolicy)) report(id, `expected a hit policy of DMN, but came "${hitPolicy}"`);
  const aggregation = element.attributes['aggregation'] as Aggregation | undefined;
  if (aggregation !== undefined && !aggregations.includes(aggregation)) report(id, `expected SUM, MIN, MAX or COUNT, but came "${aggregation}"`);
  else if (aggregation !== undefined && hitPolicy !== 'COLLECT') report(id, `expected an aggregation with the hit policy COLLECT only, but came "${aggregation}" with "${hitPolicy}"`);
  const inputs = list(element, 'input').map((input) => readInput(input, table));
  const outputs = list(element, 'output').map((output, _index, { length }) => readOutput(output, length, table));
  if (outputs.length === 0) report(id, 'expected at least one output column, but the table has none');
  if (aggregation !== undefined && outputs.length > 1) report(id, `expected one output column to take the ${aggregation} of, but the table has ${outputs.length}`);
  const rules = list(element, 'rule').map((rule, index): Rule => {
    const cells = (name: string, empty: string, as: As) => list(rule, name).map((cell) => checked(cell, textOf(cell) || empty, as, { ...table, place: idOf(rule) || id }));
    const [tests, results] = [cells('inputEntry', '-', 'tests'), cells('outputEntry', 'null', 'expression')];
    const ruleId = idOf(rule) || `${id}-${index + 1}`;
    if (tests.length !== inputs.length || results.length !== outputs.length) report(ruleId, `expected ${inputs.length} input and ${outputs.length} output cells, but the rule has ${tests.length} and ${results.length}`);
    return { id: ruleId, tests, results };
  });
  return { kind: 'table', id, hitPolicy, ...(aggregation === undefined ? {} : { aggregation }), inputs, outputs, rules };
}

function readInput(input: Element, reading: Reading): InputColumn {
  const expression = only(input, 'inputExpression');
  const text = checked(expression ?? input, textOf(expression), 'expression', { ...reading, place: idOf(input) || reading.place });
  const type = reading.types(typeOf(expression));
  const stated = textOf(only(input, 'inputValues')) || type.values;
  if (stated !== undefined) checked(input, stated, 'tests', reading);
  return { id: idOf(input), label: input.attributes['label']?.normalize('NFC') || text, text, type: simpleName(type), ...(stated === undefined ? {} : { values: stated }) };
}

function readOutput(output: Element, columns: number, reading: Reading): OutputColumn {
  const values = textOf(only(output, 'outputValues')) || reading.types(typeOf(output)).values;
  const otherwise = textOf(only(output, 'defaultOutputEntry'));
  if (otherwise !== '') checked(output, otherwise, 'expression', reading);
  const name = columns === 1 && output.attributes['name'] === undefined ? 'output' : nameOf(output);
  return { id: idOf(output), name, ...(values === undefined ? {} : { values }), ...(otherwise === '' ? {} : { otherwise }) };
}
