import { DmnModdle } from 'dmn-moddle';
import type { ModdleElement } from 'bpmn-moddle';
import type { BothLanguages, Language } from '../../ui/language.ts';

export type Column = 'inputs' | 'outputs' | 'annotations';

export interface TableView {
  readonly kind: 'table';
  readonly id: string;
  /** Id of the table itself. */
  readonly table: string;
  readonly title: string;
  readonly hitPolicy: string;
  readonly inputs: readonly { readonly label: string; readonly expression: string; readonly type: string; readonly values: string }[];
  readonly outputs: readonly { readonly label: string; readonly name: string; readonly type: string }[];
  readonly annotations: readonly string[];
  readonly rules: readonly ({ readonly id: string } & { readonly [C in Column]: readonly string[] })[];
}
export interface ExpressionView { readonly kind: 'expression'; readonly id: string; readonly title: string; readonly text: string }
/** A decision whose logic is neither a table nor an expression: shown by name only. */
export interface OtherView { readonly kind: 'other'; readonly id: string; readonly title: string }
export type DecisionView = TableView | ExpressionView | OtherView;

const moddle = new DmnModdle();
const many = (element: ModdleElement, name: string): ModdleElement[] => (element.get(name) as ModdleElement[] | undefined) ?? [];
const one = (element: ModdleElement | undefined, name: string): ModdleElement | undefined => element?.get(name) as ModdleElement | undefined;
const words = (element: ModdleElement | undefined, name: string): string => String(element?.get(name) ?? '').trim();

const decisionsIn = (root: ModdleElement): ModdleElement[] => many(root, 'drgElement').filter(({ $type }) => $type === 'dmn:Decision');
const logicOf = (decision: ModdleElement): ModdleElement | undefined => one(decision, 'decisionLogic');
const cells = { inputs: 'inputEntry', outputs: 'outputEntry', annotations: 'annotationEntry' } as const satisfies Record<Column, string>;

interface TablesRead {
  readonly decisions: readonly DecisionView[];
  /** What is said of each input, by its name. */
  readonly asks: ReadonlyMap<string, string>;
}

/** The English of what an element is called, beside the Vietnamese of DMN's own places. */
const english = 'motcua:nameEn';
const namespace = 'urn:motcua:dmn:1';

/** A name of an element in the reader's language, where the file has it in both. */
const named = (element: ModdleElement, vietnamese: string, language: Language): string => (language === 'en' && words(element, english)) || vietnamese;

/** What a DMN file calls itself; nothing where it has no name. */
export function fileName(xml: string, language: Language): string | undefined {
  const opening = /<(?:\w+:)?definitions\b[^>]*>/.exec(xml)?.[0] ?? '';
  const said = (attribute: string) => new RegExp(`\\s${attribute}="([^"]*)"`).exec(opening)?.[1];
  return (language === 'en' ? said(english) : undefined) ?? said('name');
}

/** The decisions of a DMN file (1.2, 1.3) as they are shown, in its order and in one language; or why it cannot be edited. */
export async function readTables(xml: string, language: Language): Promise<TablesRead | { readonly fault: string }> {
  try {
    const { rootElement } = await moddle.fromXML(xml);
    const inputs = many(rootElement, 'drgElement').filter(({ $type }) => $type === 'dmn:InputData');
    return { decisions: decisionsIn(rootElement).map((decision) => viewOf(decision, language)), asks: new Map(inputs.map((input) => [words(input, 'name'), named(input, words(input, 'description'), language)])) };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

function viewOf(decision: ModdleElement, language: Language): DecisionView {
  const shared = { id: decision.id ?? '', title: named(decision, words(decision, 'description') || words(decision, 'name'), language) };
  const logic = logicOf(decision);
  if (logic?.$type === 'dmn:LiteralExpression') return { kind: 'expression', ...shared, text: words(logic, 'text') };
  if (logic?.$type !== 'dmn:DecisionTable') return { kind: 'other', ...shared };
  const texts = (rule: ModdleElement, column: Column) => many(rule, cells[column]).map((cell) => words(cell, 'text'));
  return {
    kind: 'table', ...shared, table: logic.id ?? '', hitPolicy: words(logic, 'hitPolicy') || 'UNIQUE',
    inputs: many(logic, 'input').map((input) => ({ label: named(input, words(input, 'label'), language) || words(one(input, 'inputExpression'), 'text'), expression: words(one(input, 'inputExpression'), 'text'), type: words(one(input, 'inputExpression'), 'typeRef'), values: words(one(input, 'inputValues'), 'text') })),
    outputs: many(logic, 'output').map((output) => ({ label: named(output, words(output, 'label'), language), name: words(output, 'name'), type: words(output, 'typeRef') })),
    annotations: many(logic, 'annotation').map((annotation) => named(annotation, words(annotation, 'name'), language)),
    rules: many(logic, 'rule').map((rule) => ({ id: rule.id ?? '', inputs: texts(rule, 'inputs'), outputs: texts(rule, 'outputs'), annotations: texts(rule, 'annotations') })),
  };
}

export interface AskedInput {
  /** FEEL name in the table. */
  readonly name: string;
  readonly label: BothLanguages;
  readonly type: 'string' | 'number' | 'boolean';
  /** What it may be, when that is one of several. */
  readonly values: readonly string[];
}

export type Change =
  | { readonly change: 'cell'; readonly decision: string; readonly rule: string; readonly column: Column; readonly index: number; readonly text: string }
  | { readonly change: 'expression'; readonly decision: string; readonly text: string }
  | { readonly change: 'policy'; readonly decision: string; readonly policy: string }
  /** `inputs`: cells of the new rule; without them it holds for everything. */
  | { readonly change: 'add'; readonly decision: string; readonly inputs?: readonly string[] }
  /** A column that asks for something more; every rule so far holds for all of it. */
  | { readonly change: 'ask'; readonly decision: string; readonly input: AskedInput }
  | { readonly change: 'remove'; readonly decision: string; readonly rule: string }
  | { readonly change: 'move'; readonly decision: string; readonly rule: string; readonly by: -1 | 1 };

/** The file with one thing changed; what it says besides is kept. The file is one that `readTables` reads. */
export async function changeTables(xml: string, change: Change): Promise<string> {
  const { rootElement } = await moddle.fromXML(xml);
  const logic = logicOf(decisionsIn(rootElement).find(({ id }) => id === change.decision) ?? rootElement);
  if (change.change !== 'ask') {
    if (logic !== undefined) apply(logic, change);
  } else if (logic?.$type === 'dmn:DecisionTable') ask(rootElement, logic, change.input);
  return (await moddle.toXML(rootElement, { format: true })).xml;
}

function apply(logic: ModdleElement, change: Exclude<Change, { readonly change: 'ask' }>): void {
  const rules = logic.$type === 'dmn:DecisionTable' ? many(logic, 'rule') : [];
  const at = 'rule' in change ? rules.findIndex(({ id }) => id === change.rule) : -1;
  switch (change.change) {
    case 'expression':
      logic.set('text', change.text);
      return;
    case 'policy':
      logic.set('hitPolicy', change.policy);
      return;
    case 'cell':
      many(rules[at] ?? logic, cells[change.column])[change.index]?.set('text', change.text.normalize('NFC').trim());
      return;
    case 'add':
      logic.set('rule', [...rules, freshRule(logic, rules, change.inputs)]);
      return;
    case 'remove':
      logic.set('rule', rules.filter((_, index) => index !== at));
      return;
    case 'move': {
      const [rule, other] = [rules[at], rules[at + change.by]];
      if (rule && other) logic.set('rule', rules.with(at, other).with(at + change.by, rule));
    }
  }
}

/** Declares an input where the file has none of its name, and gives the table a column for it. */
function ask(root: ModdleElement, table: ModdleElement, { name, label, type, values }: AskedInput): void {
  const decision = table.$parent!;
  const child = <E extends ModdleElement>(parent: ModdleElement, made: E): E => Object.assign(made, { $parent: parent });
  const add = (parent: ModdleElement, list: string, made: ModdleElement) => parent.set(list, [...many(parent, list), child(parent, made)]);
  const elements = many(root, 'drgElement');
  if (words(root, 'xmlns:motcua') === '') root.set('xmlns:motcua', namespace);
  if (!elements.some((one) => one.$type === 'dmn:InputData' && words(one, 'name') === name)) {
    const data = child(root, moddle.create('dmn:InputData', { id: name, name, description: label.vi, [english]: label.en }));
    data.set('variable', child(data, moddle.create('dmn:InformationItem', { id: `${name}_variable`, name, typeRef: type })));
    // inputs stand before decisions, as everywhere
    root.set('drgElement', [data, ...elements]);
  }
  const needs = moddle.create('dmn:InformationRequirement', { id: `${decision.id ?? ''}_needs_${name}` });
  needs.set('requiredInput', child(needs, moddle.create('dmn:DMNElementReference', { href: `#${name}` })));
  add(decision, 'informationRequirement', needs);
  const id = `${table.id ?? ''}_in_${name}`;
  const column = moddle.create('dmn:InputClause', { id, label: label.vi, [english]: label.en });
  column.set('inputExpression', child(column, moddle.create('dmn:LiteralExpression', { id: `${id}_expression`, typeRef: type, text: name })));
  if (values.length > 0) column.set('inputValues', child(column, moddle.create('dmn:UnaryTests', { id: `${id}_values`, text: values.map((value) => JSON.stringify(value)).join(', ') })));
  add(table, 'input', column);
  for (const rule of many(table, 'rule')) add(rule, cells.inputs, moddle.create('dmn:UnaryTests', { id: `${rule.id ?? ''}_in_${name}`, text: '-' }));
}

/** A rule that holds for its inputs or else for everything, and answers nothing yet, with ids that the table does not have. */
function freshRule(logic: ModdleElement, rules: readonly ModdleElement[], inputs: readonly string[] = []): ModdleElement {
  const taken = new Set(rules.map(({ id }) => id));
  const base = `${logic.id ?? 'table'}_rule`;
  let number = rules.length + 1;
  while (taken.has(`${base}_${number}`)) number += 1;
  const id = `${base}_${number}`;
  const rule = moddle.create('dmn:DecisionRule', { id });
  const fill = (type: string, name: string, count: number, text: (index: number) => string, part?: string) => {
    const made = Array.from({ length: count }, (_, index) => moddle.create(type, { text: text(index), ...(part && { id: `${id}_${part}_${index + 1}` }) }));
    for (const cell of made) Object.assign(cell, { $parent: rule });
    rule.set(name, made);
  };
  fill('dmn:UnaryTests', cells.inputs, many(logic, 'input').length, (index) => inputs[index] ?? '-', 'in');
  fill('dmn:LiteralExpression', cells.outputs, many(logic, 'output').length, () => 'null', 'out');
  fill('dmn:RuleAnnotation', cells.annotations, many(logic, 'annotation').length, () => '');
  return Object.assign(rule, { $parent: logic });
}
