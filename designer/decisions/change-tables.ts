import type { ModdleElement } from 'bpmn-moddle';
import type { BothLanguages } from '../../ui/language.ts';
import { add, cells, child, clauses, decisionsIn, english, inputsIn, logicOf, many, moddle, namespace, put, readDefinitions, speaksEnglish, words, writeDefinitions, type Column } from './dmn.ts';
import { feelName } from './feel-name.ts';
import { dropNeeded, reckonBy, unwritten } from './formula.ts';
import { answerWith, askFor, declareInput, drop, noteDown, redefine, shift, type Answer, type AskedInput, type ColumnType } from './table-columns.ts';
import { takeOut } from './unneeded.ts';

/** What a new formula is called and reckons with. */
export interface NewFormula {
  readonly titles: BothLanguages;
  readonly asks: readonly AskedInput[];
  /** What decisions of other files of the package are called: none has the name of another. */
  readonly taken?: readonly string[];
}

/** What a new table is called, asks and answers. */
export interface NewTable extends NewFormula {
  readonly answers: readonly Answer[];
  readonly policy: string;
}

export type Change =
  | { readonly change: 'cell'; readonly decision: string; readonly rule: string; readonly column: Column; readonly index: number; readonly text: string }
  | { readonly change: 'expression'; readonly decision: string; readonly text: string }
  /** `policy`: a hit policy of DMN; behind COLLECT what is made of all answers: `COLLECT SUM`. */
  | { readonly change: 'policy'; readonly decision: string; readonly policy: string }
  /** `inputs`: cells of the new rule; without them it holds for everything. */
  | { readonly change: 'add'; readonly decision: string; readonly inputs?: readonly string[] }
  | { readonly change: 'remove'; readonly decision: string; readonly rule: string }
  | { readonly change: 'move'; readonly decision: string; readonly rule: string; readonly by: -1 | 1 }
  /** A column that asks for something more; every rule so far holds for all of it. */
  | { readonly change: 'ask'; readonly decision: string; readonly input: AskedInput }
  | { readonly change: 'answer'; readonly decision: string; readonly answer: Answer }
  | { readonly change: 'note'; readonly decision: string; readonly label: BothLanguages }
  | { readonly change: 'redefine'; readonly decision: string; readonly column: Column; readonly index: number; readonly label?: BothLanguages | undefined; readonly kind?: ColumnType | undefined }
  | { readonly change: 'shift'; readonly decision: string; readonly column: Column; readonly index: number; readonly by: -1 | 1 }
  | { readonly change: 'drop'; readonly decision: string; readonly column: Column; readonly index: number }
  | { readonly change: 'rename'; readonly decision: string; readonly titles: BothLanguages }
  | { readonly change: 'table'; readonly table: NewTable }
  | { readonly change: 'formula'; readonly formula: NewFormula }
  | { readonly change: 'delete'; readonly decision: string };

/** The file with one thing changed; what it says besides is kept. The file is one that `readTables` reads. */
export async function changeTables(xml: string, change: Change): Promise<string> {
  const { root } = await readDefinitions(xml);
  if (change.change === 'table') beginTable(root, change.table);
  else if (change.change === 'formula') beginFormula(root, change.formula);
  else {
    const decision = decisionsIn(root).find(({ id }) => id === change.decision);
    if (decision) apply(root, decision, change);
  }
  return writeDefinitions(root);
}

/** A DMN file without decisions yet. `space`: its namespace, by which other files of the package know it. */
export async function emptyFile(key: string, space: string, names: BothLanguages): Promise<string> {
  const root = moddle.create('dmn:Definitions', { id: `${key}-model`, name: names.vi, namespace: space, 'xmlns:motcua': namespace });
  root.set(english, names.en);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${await writeDefinitions(root)}`;
}

/** The inputs that a file asks for, by name: just these a step hands over that asks one of its decisions. */
export const inputNames = async (xml: string): Promise<string[]> => inputsIn((await readDefinitions(xml)).root).map((input) => words(input, 'name'));

function apply(root: ModdleElement, decision: ModdleElement, change: Exclude<Change, { readonly change: 'table' | 'formula' }>): void {
  if (change.change === 'rename') return rename(root, decision, change.titles);
  if (change.change === 'delete') return takeOut(root, decision);
  const logic = logicOf(decision);
  if (logic?.$type === 'dmn:LiteralExpression') return applyToFormula(root, decision, logic, change);
  if (logic?.$type !== 'dmn:DecisionTable' || change.change === 'expression') return;
  switch (change.change) {
    case 'policy': return decideBy(logic, change.policy);
    case 'ask': return askFor(root, logic, change.input);
    case 'answer': return answerWith(root, logic, change.answer);
    case 'note': return noteDown(root, logic, change.label);
    case 'redefine': return redefine(root, logic, change.column, change.index, change.label, change.kind);
    case 'shift': return shift(logic, change.column, change.index, change.by);
    case 'drop': return drop(root, logic, change.column, change.index);
    default: return applyToRules(logic, change);
  }
}

function applyToFormula(root: ModdleElement, decision: ModdleElement, logic: ModdleElement, change: Change): void {
  if (change.change === 'expression') reckonBy(root, decision, logic, change.text);
  else if (change.change === 'ask') declareInput(root, decision, change.input);
  else if (change.change === 'drop' && change.column === 'inputs') dropNeeded(root, decision, change.index);
}

function applyToRules(table: ModdleElement, change: Extract<Change, { readonly change: 'cell' | 'add' | 'remove' | 'move' }>): void {
  const rules = many(table, 'rule');
  const at = 'rule' in change ? rules.findIndex(({ id }) => id === change.rule) : -1;
  switch (change.change) {
    case 'cell':
      many(rules[at] ?? table, cells[change.column])[change.index]?.set('text', change.text.normalize('NFC').trim());
      return;
    case 'add':
      table.set('rule', [...rules, freshRule(table, rules, change.inputs)]);
      return;
    case 'remove':
      table.set('rule', rules.filter((_, index) => index !== at));
      return;
    case 'move': {
      const [rule, other] = [rules[at], rules[at + change.by]];
      if (rule && other) table.set('rule', rules.with(at, other).with(at + change.by, rule));
    }
  }
}

/** Only what is collected can be added up or counted. */
function decideBy(table: ModdleElement, policy: string): void {
  const [, collected] = /^COLLECT (\w+)$/.exec(policy) ?? [];
  table.set('hitPolicy', collected === undefined ? policy : 'COLLECT');
  table.set('aggregation', collected);
}

/** A file of one table is called like it. */
function rename(root: ModdleElement, decision: ModdleElement, { vi, en }: BothLanguages): void {
  speaksEnglish(root);
  for (const [element, place] of [[decision, 'description'], ...(decisionsIn(root).length === 1 ? [[root, 'name'] as const] : [])] as const) {
    element.set(place, vi);
    element.set(english, en || undefined);
  }
}

/** A decision at the end of the file, without logic yet. */
function begin(root: ModdleElement, { titles, taken = [] }: NewFormula): ModdleElement {
  speaksEnglish(root);
  const id = feelName(titles.en ?? titles.vi, [...many(root, 'drgElement').map((element) => element.id ?? ''), ...taken]);
  const decision = add(root, 'drgElement', 'dmn:Decision', { id, name: id, description: titles.vi, [english]: titles.en });
  put(decision, 'variable', 'dmn:InformationItem', { id: `${id}_variable`, name: id });
  return decision;
}

/** A formula that is not written yet. */
function beginFormula(root: ModdleElement, formula: NewFormula): void {
  const decision = begin(root, formula);
  put(decision, 'decisionLogic', 'dmn:LiteralExpression', { id: `${decision.id ?? ''}_expression`, text: unwritten });
  for (const input of formula.asks) declareInput(root, decision, input);
}

/** A table with one rule that holds for everything and answers nothing yet. */
function beginTable(root: ModdleElement, made: NewTable): void {
  const { asks, answers, policy } = made;
  const decision = begin(root, made);
  put(decision, 'decisionLogic', 'dmn:DecisionTable', { id: `${decision.id ?? ''}_table` });
  const table = logicOf(decision)!;
  decideBy(table, policy);
  for (const input of asks) askFor(root, table, input);
  for (const answer of answers) answerWith(root, table, answer);
  table.set('rule', [freshRule(table, [])]);
}

/** A rule that holds for its inputs or else for everything, and answers nothing yet, with ids that the table does not have. */
function freshRule(table: ModdleElement, rules: readonly ModdleElement[], inputs: readonly string[] = []): ModdleElement {
  const taken = new Set(rules.map(({ id }) => id));
  const base = `${table.id ?? 'table'}_rule`;
  let number = rules.length + 1;
  while (taken.has(`${base}_${number}`)) number += 1;
  const rule = child(table, moddle.create('dmn:DecisionRule', { id: `${base}_${number}` }));
  const fill = (column: Column, type: string, text: (index: number) => string, part?: string) => {
    for (let index = 0; index < many(table, clauses[column]).length; index += 1) add(rule, cells[column], type, { text: text(index), ...(part && { id: `${rule.id ?? ''}_${part}_${index + 1}` }) });
  };
  fill('inputs', 'dmn:UnaryTests', (index) => inputs[index] ?? '-', 'in');
  fill('outputs', 'dmn:LiteralExpression', () => 'null', 'out');
  fill('annotations', 'dmn:RuleAnnotation', () => '');
  return rule;
}
