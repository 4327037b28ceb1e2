import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decide } from '../../engine/decision/evaluate.ts';
import { isAnything, type TypeName } from '../../engine/decision/item-type.ts';
import type { DecisionModel } from '../../engine/decision/model.ts';
import { readDmn } from '../../engine/decision/read.ts';
import { evaluate } from '../../engine/expression/feel.ts';
import type { Data, Json } from '../../engine/state.ts';
import { conformanceFile, type SuiteResult } from './suite.ts';
import { parseXml, type XmlElement } from './xml.ts';

const local = (name: string): string => name.replace(/^\{.*\}/, '');
const attribute = (element: XmlElement, name: string): string | undefined => [...element.attributes].find(([key]) => local(key) === name)?.[1];
const children = (element: XmlElement, name: string): readonly XmlElement[] => element.children.filter((child) => local(child.name) === name);
const numeric = new Set(['decimal', 'double', 'float', 'integer', 'int', 'long']);

function valueOf(node: XmlElement): Json {
  const [list] = children(node, 'list');
  if (list !== undefined) return attribute(list, 'nil') === 'true' ? null : children(list, 'item').map(valueOf);
  const components = children(node, 'component');
  if (components.length > 0) return Object.fromEntries(components.map((component) => [attribute(component, 'name')!, valueOf(component)]));
  const [value] = children(node, 'value');
  if (value === undefined || attribute(value, 'nil') === 'true') return null;
  const type = attribute(value, 'type')?.replace(/^.*:/, '') ?? 'string';
  return type === 'boolean' ? value.text.trim() === 'true' : numeric.has(type) ? Number(value.text) : type === 'duration' ? duration(value.text) : value.text;
}

/** One text for durations of one value: the kit writes P0D where others write PT0S. */
const duration = (text: string): Json => {
  const result = evaluate(`string(duration("${text}"))`, {}, '2026-01-01T00:00:00Z');
  return 'value' in result ? result.value : text;
};

/** Numbers to 8 places, as the kit allows. */
function same(left: Json, right: Json): boolean {
  if (typeof left === 'number' && typeof right === 'number') return Math.abs(left - right) <= 1e-8 * Math.max(1, Math.abs(right));
  if (Array.isArray(left) && Array.isArray(right)) return left.length === right.length && left.every((entry, index) => same(entry as Json, right[index] as Json));
  if (left !== null && right !== null && typeof left === 'object' && typeof right === 'object') return Object.keys(left).length === Object.keys(right).length && Object.entries(right).every(([key, value]) => key in left && same((left as Data)[key]!, value));
  return left === right;
}

/** Every result of the kit's cases of compliance levels 2 and 3, each a case of its own: the ones that are not as expected say what came. */
export async function run(): Promise<SuiteResult> {
  const failures: { readonly id: string; readonly reason: string }[] = [];
  let total = 0;
  for (const file of globSync(join(conformanceFile('dmn-tck'), 'compliance-level-{2,3}', '*', '*.xml')).toSorted()) {
    const cases = parseXml(readFileSync(file, 'utf8'));
    const model = children(cases, 'modelName')[0]?.text.trim() ?? '';
    const others = globSync(join(dirname(file), '*.dmn')).filter((path) => basename(path) !== model).map((path) => readFileSync(path, 'utf8'));
    const reading = await readDmn(readFileSync(join(dirname(file), model), 'utf8'), others);
    for (const testCase of children(cases, 'testCase')) {
      const input = Object.fromEntries(children(testCase, 'inputNode').map((node) => [attribute(node, 'name')!, valueOf(node)]));
      const service = attribute(testCase, 'type') === 'decisionService' ? attribute(testCase, 'invocableName') : undefined;
      for (const node of children(testCase, 'resultNode')) {
        total += 1;
        const name = attribute(node, 'name') ?? '';
        const id = `${basename(dirname(file))} ${attribute(testCase, 'id')} ${name}`;
        const [wanted] = children(node, 'expected');
        const expected = wanted === undefined ? null : valueOf(wanted);
        const reason = 'problems' in reading ? `the model is refused: ${reading.problems.slice(0, 3).map(({ element, message }) => `${element}: ${message}`).join('; ')}` : fault(answer(typedAs(reading.decisions, testCase), service, name, input), expected);
        if (reason !== undefined) failures.push({ id, reason: explained[basename(dirname(file))] ?? explained[`${basename(dirname(file))} ${attribute(testCase, 'id')}`] ?? reason });
      }
    }
  }
  return { suite: 'dmn-tck', total, passed: total - failures.length, failures };
}

const temporal: Readonly<Record<string, TypeName>> = { date: 'date', time: 'time', dateTime: 'dateTime' };

/** The kit says of what type a value is that it gives where the model leaves it open; JSON has text alone. */
const typedAs = (model: DecisionModel, testCase: XmlElement): DecisionModel => ({
  ...model,
  inputs: model.inputs.map((input) => {
    const node = children(testCase, 'inputNode').find((each) => attribute(each, 'name') === input.name);
    const [value] = node === undefined ? [] : children(node, 'value');
    const type = temporal[(value === undefined ? undefined : attribute(value, 'type'))?.replace(/^.*:/, '') ?? ''];
    return type === undefined || !isAnything(input.item) ? input : { ...input, type, item: { kind: 'simple', name: type } };
  }),
});

/** The value of a decision, asked for itself or of a service that puts out several. */
function answer(model: DecisionModel, service: string | undefined, name: string, input: Data): ReturnType<typeof decide> {
  const result = decide(model, service ?? name, input, '2026-01-01T00:00:00Z');
  const outputs = model.services.find((each) => each.name === service)?.outputs ?? [];
  return 'value' in result && outputs.length > 1 ? { ...result, value: (result.value as Data)[name] ?? null } : result;
}

/** Why a whole file, or one case, comes out otherwise than the kit has it, with the clause of the standard. */
const explained: Readonly<Record<string, string>> = {
  '1131-feel-function-invocation': 'calling what is no function is null (DMN 1.5, 10.3.2.13.2), and the kit wants that of every decision of the file; here a call of a function that is nowhere ("non_existing_function") is found before the model runs, and a model that has one is refused as a whole: null would be a decision that nobody meant',
  '1146-feel-context-put-function nested008': 'context put() has its list of keys under the name "keys" (DMN 1.5, 10.3.4.10), and arguments that do not fit make the call null (DMN 1.5, 10.3.2.13.2); here a list under the name "key" is read as that',
};

/** The kit has null where this engine says what is wrong. */
function fault(result: ReturnType<typeof decide>, expected: Json): string | undefined {
  const value = 'failed' in result ? null : result.value;
  return same(value, expected) ? undefined : `expected ${JSON.stringify(expected)}, but came ${'failed' in result ? result.failed : JSON.stringify(value)}`;
}
