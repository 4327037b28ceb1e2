import type { Element } from 'dmn-moddle';
import { check } from '../expression/feel.ts';
import type { As } from '../expression/prepare.ts';
import { aggregations, hitPolicies } from './model.ts';
import type { Aggregation, DecisionTable, HitPolicy, InputColumn, OutputColumn, Rule } from './model.ts';
import { idOf, languageProblem, list, nameOf, textOf, typeOf } from './element.ts';
import type { Report } from './element.ts';
import type { Types } from './read-types.ts';

/** Reads a decision table and checks every expression in it, so that only tables that can run are run. */
export function readTable(element: Element, names: readonly string[], types: Types, report: Report): DecisionTable {
  const id = idOf(element);
  const checked = (at: Element, text: string, as: As): string => {
    const wrong = languageProblem(at) ?? check(text, as, names);
    if (wrong !== undefined) report(idOf(at) || id, `in the decision table "${id}": ${wrong}`);
    return text;
  };
  const hitPolicy = ((element['hitPolicy'] as string | undefined) ?? 'UNIQUE') as HitPolicy;
  if (!hitPolicies.includes(hitPolicy)) report(id, `expected a hit policy of DMN, but came "${hitPolicy}"`);
  const aggregation = element['aggregation'] as Aggregation | undefined;
  if (aggregation !== undefined && !aggregations.includes(aggregation)) report(id, `expected SUM, MIN, MAX or COUNT, but came "${aggregation}"`);
  const inputs = list(element, 'input').map((input) => readInput(input, types, checked));
  const outputs = list(element, 'output').map((output) => readOutput(output, list(element, 'output').length, types, checked));
  if (outputs.length === 0) report(id, 'expected at least one output column, but the table has none');
  if (aggregation !== undefined && outputs.length > 1) report(id, `expected one output column to take the ${aggregation} of, but the table has ${outputs.length}`);
  const rules = list(element, 'rule').map((rule, index): Rule => {
    const tests = list(rule, 'inputEntry').map((entry) => checked(entry, textOf(entry) || '-', 'tests'));
    const results = list(rule, 'outputEntry').map((entry) => checked(entry, textOf(entry) || 'null', 'expression'));
    const ruleId = idOf(rule) || `${id}-${index + 1}`;
    if (tests.length !== inputs.length || results.length !== outputs.length) report(ruleId, `expected ${inputs.length} input and ${outputs.length} output cells, but the rule has ${tests.length} and ${results.length}`);
    return { id: ruleId, tests, results };
  });
  return { kind: 'table', id, hitPolicy, ...(aggregation === undefined ? {} : { aggregation }), inputs, outputs, rules };
}

type Checked = (at: Element, text: string, as: As) => string;

function readInput(input: Element, types: Types, checked: Checked): InputColumn {
  const expression = input['inputExpression'] as Element | undefined;
  const text = checked(expression ?? input, textOf(expression), 'expression');
  const { type, values } = types(typeOf(expression));
  const stated = textOf(input['inputValues']) || values;
  if (stated !== undefined) checked(input, stated, 'tests');
  return { id: idOf(input), label: (input['label'] as string | undefined)?.normalize('NFC') || text, text, type, ...(stated === undefined ? {} : { values: stated }) };
}

function readOutput(output: Element, columns: number, types: Types, checked: Checked): OutputColumn {
  const values = textOf(output['outputValues']) || types(typeOf(output)).values;
  const otherwise = textOf(output['defaultOutputEntry']);
  if (otherwise !== '') checked(output, otherwise, 'expression');
  const name = columns === 1 && output['name'] === undefined ? 'output' : nameOf(output);
  return { id: idOf(output), name, ...(values === undefined ? {} : { values }), ...(otherwise === '' ? {} : { otherwise }) };
}
