import { DmnModdle } from 'dmn-moddle';
import type { ModdleElement } from 'bpmn-moddle';

export type Column = 'inputs' | 'outputs' | 'annotations';

export interface TableView {
  readonly kind: 'table';
  readonly id: string;
  readonly title: string;
  readonly hitPolicy: string;
  readonly inputs: readonly { readonly label: string; readonly expression: string; readonly values: string }[];
  readonly outputs: readonly string[];
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

/** The decisions of a DMN file (1.2, 1.3) as they are shown, in its order; or why it cannot be edited. */
export async function readTables(xml: string): Promise<{ readonly decisions: readonly DecisionView[] } | { readonly fault: string }> {
  try {
    const { rootElement } = await moddle.fromXML(xml);
    return { decisions: decisionsIn(rootElement).map(viewOf) };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

function viewOf(decision: ModdleElement): DecisionView {
  const shared = { id: decision.id ?? '', title: words(decision, 'description') || words(decision, 'name') };
  const logic = logicOf(decision);
  if (logic?.$type === 'dmn:LiteralExpression') return { kind: 'expression', ...shared, text: words(logic, 'text') };
  if (logic?.$type !== 'dmn:DecisionTable') return { kind: 'other', ...shared };
  const texts = (rule: ModdleElement, column: Column) => many(rule, cells[column]).map((cell) => words(cell, 'text'));
  return {
    kind: 'table', ...shared, hitPolicy: words(logic, 'hitPolicy') || 'UNIQUE',
    inputs: many(logic, 'input').map((input) => ({ label: words(input, 'label') || words(one(input, 'inputExpression'), 'text'), expression: words(one(input, 'inputExpression'), 'text'), values: words(one(input, 'inputValues'), 'text') })),
    outputs: many(logic, 'output').map((output) => words(output, 'label') || words(output, 'name')),
    annotations: many(logic, 'annotation').map((annotation) => words(annotation, 'name')),
    rules: many(logic, 'rule').map((rule) => ({ id: rule.id ?? '', inputs: texts(rule, 'inputs'), outputs: texts(rule, 'outputs'), annotations: texts(rule, 'annotations') })),
  };
}

export type Change =
  | { readonly change: 'cell'; readonly decision: string; readonly rule: string; readonly column: Column; readonly index: number; readonly text: string }
  | { readonly change: 'expression'; readonly decision: string; readonly text: string }
  | { readonly change: 'policy'; readonly decision: string; readonly policy: string }
  | { readonly change: 'add'; readonly decision: string }
  | { readonly change: 'remove'; readonly decision: string; readonly rule: string }
  | { readonly change: 'move'; readonly decision: string; readonly rule: string; readonly by: -1 | 1 };

/** The file with one thing changed; what it says besides is kept. The file is one that `readTables` reads. */
export async function changeTables(xml: string, change: Change): Promise<string> {
  const { rootElement } = await moddle.fromXML(xml);
  const logic = logicOf(decisionsIn(rootElement).find(({ id }) => id === change.decision) ?? rootElement);
  if (logic !== undefined) apply(logic, change);
  return (await moddle.toXML(rootElement, { format: true })).xml;
}

function apply(logic: ModdleElement, change: Change): void {
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
      logic.set('rule', [...rules, freshRule(logic, rules)]);
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

/** A rule that holds for everything and answers nothing yet, with ids that the table does not have. */
function freshRule(logic: ModdleElement, rules: readonly ModdleElement[]): ModdleElement {
  const taken = new Set(rules.map(({ id }) => id));
  const base = `${logic.id ?? 'table'}_rule`;
  let number = rules.length + 1;
  while (taken.has(`${base}_${number}`)) number += 1;
  const id = `${base}_${number}`;
  const rule = moddle.create('dmn:DecisionRule', { id });
  const fill = (type: string, name: string, count: number, text: string, part?: string) => {
    const made = Array.from({ length: count }, (_, index) => moddle.create(type, { text, ...(part && { id: `${id}_${part}_${index + 1}` }) }));
    for (const cell of made) Object.assign(cell, { $parent: rule });
    rule.set(name, made);
  };
  fill('dmn:UnaryTests', cells.inputs, many(logic, 'input').length, '-', 'in');
  fill('dmn:LiteralExpression', cells.outputs, many(logic, 'output').length, 'null', 'out');
  fill('dmn:RuleAnnotation', cells.annotations, many(logic, 'annotation').length, '');
  return Object.assign(rule, { $parent: logic });
}
