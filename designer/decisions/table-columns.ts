import type { ModdleElement } from 'bpmn-moddle';
import type { BothLanguages } from '../../ui/language.ts';
import { add, cells, child, clauses, decisionsIn, english, inputsIn, logicOf, many, moddle, one, put, speaksEnglish, words, type Column } from './dmn.ts';
import { feelName } from './feel-name.ts';
import { cleared, isAsked } from './unneeded.ts';

/** What stands in a column: texts, of which there may be only some, numbers, yes and no, or days. */
export interface ColumnType {
  readonly type: 'string' | 'number' | 'boolean' | 'date';
  /** What it may be, when that is one of several. */
  readonly values: readonly string[];
}
export interface AskedInput extends ColumnType {
  /** FEEL name in the table. */
  readonly name: string;
  readonly label: BothLanguages;
}
export interface Answer extends ColumnType {
  readonly label: BothLanguages;
}

const valuesText = (values: readonly string[]): string | undefined => (values.length === 0 ? undefined : values.map((value) => JSON.stringify(value)).join(', '));
const testsOf = (id: string, values: readonly string[]) => (values.length === 0 ? undefined : { id: `${id}_values`, text: valuesText(values) });

/** Declares an input where the file has none of its name, and gives the table a column for it; every rule so far holds for all of it. What it asks already it asks once. */
export function askFor(root: ModdleElement, table: ModdleElement, asked: AskedInput): void {
  const { name, label, type, values } = asked;
  if (many(table, clauses.inputs).some((column) => words(one(column, 'inputExpression'), 'text') === name)) return;
  declareInput(root, table.$parent!, asked);
  const id = `${table.id ?? ''}_in_${name}`;
  const column = add(table, clauses.inputs, 'dmn:InputClause', { id, label: label.vi, [english]: label.en });
  put(column, 'inputExpression', 'dmn:LiteralExpression', { id: `${id}_expression`, typeRef: type, text: name });
  put(column, 'inputValues', 'dmn:UnaryTests', testsOf(id, values));
  for (const rule of many(table, 'rule')) add(rule, cells.inputs, 'dmn:UnaryTests', { id: `${rule.id ?? ''}_in_${name}`, text: '-' });
}

/** Has a decision need an input, which is declared where the file has none of its name. */
export function declareInput(root: ModdleElement, decision: ModdleElement, { name, label, type }: AskedInput): void {
  speaksEnglish(root);
  if (!inputsIn(root).some((input) => words(input, 'name') === name)) {
    const data = child(root, moddle.create('dmn:InputData', { id: name, name, description: label.vi, [english]: label.en }));
    put(data, 'variable', 'dmn:InformationItem', { id: `${name}_variable`, name, typeRef: type });
    // inputs stand before decisions, as everywhere
    root.set('drgElement', [data, ...many(root, 'drgElement')]);
  }
  need(decision, inputsIn(root).find((input) => words(input, 'name') === name)!);
}

/** Has a decision say, once, that it needs an input or another decision. */
export function need(decision: ModdleElement, element: ModdleElement): void {
  if (isAsked(decision, element)) return;
  const needs = add(decision, 'informationRequirement', 'dmn:InformationRequirement', { id: `${decision.id ?? ''}_needs_${element.id ?? ''}` });
  put(needs, element.$type === 'dmn:Decision' ? 'requiredDecision' : 'requiredInput', 'dmn:DMNElementReference', { href: `#${element.id ?? ''}` });
}

/** A column that answers something more; no rule so far answers it yet. */
export function answerWith(root: ModdleElement, table: ModdleElement, { label, type, values }: Answer): void {
  speaksEnglish(root);
  const name = feelName(label.en ?? label.vi, many(table, clauses.outputs).map((output) => words(output, 'name')));
  const id = `${table.id ?? ''}_out_${name}`;
  const column = add(table, clauses.outputs, 'dmn:OutputClause', { id, name, label: label.vi, [english]: label.en, typeRef: type });
  put(column, 'outputValues', 'dmn:UnaryTests', testsOf(id, values));
  for (const rule of many(table, 'rule')) add(rule, cells.outputs, 'dmn:LiteralExpression', { id: `${rule.id ?? ''}_out_${name}`, text: 'null' });
}

/** A column of notes: the legal basis, a source. Nothing is decided by it. */
export function noteDown(root: ModdleElement, table: ModdleElement, label: BothLanguages): void {
  speaksEnglish(root);
  add(table, clauses.annotations, 'dmn:RuleAnnotationClause', { name: label.vi, [english]: label.en });
  for (const rule of many(table, 'rule')) add(rule, cells.annotations, 'dmn:RuleAnnotation', { text: '' });
}

/** Says what a column is called and what stands in it; its FEEL name, by which formulas know it, stays. */
export function redefine(root: ModdleElement, table: ModdleElement, column: Column, index: number, label: BothLanguages | undefined, kind: ColumnType | undefined): void {
  const clause = many(table, clauses[column])[index];
  if (!clause) return;
  if (label) {
    speaksEnglish(root);
    clause.set(column === 'annotations' ? 'name' : 'label', label.vi);
    clause.set(english, label.en || undefined);
  }
  if (!kind || column === 'annotations') return;
  put(clause, column === 'inputs' ? 'inputValues' : 'outputValues', 'dmn:UnaryTests', testsOf(clause.id ?? `${table.id ?? ''}_${column}_${index + 1}`, kind.values));
  if (column === 'outputs') return clause.set('typeRef', kind.type);
  const name = words(one(clause, 'inputExpression'), 'text');
  one(inputsIn(root).find((input) => words(input, 'name') === name), 'variable')?.set('typeRef', kind.type);
  // an input is of one type in all tables of the file
  const columns = decisionsIn(root).flatMap((decision) => many(logicOf(decision) ?? decision, clauses.inputs));
  for (const other of columns) if (words(one(other, 'inputExpression'), 'text') === name) one(other, 'inputExpression')?.set('typeRef', kind.type);
}

const moved = <T>(list: readonly T[], from: number, by: number): T[] => {
  const next = [...list];
  next.splice(from + by, 0, ...next.splice(from, 1));
  return next;
};

/** Changes the places of two columns of one kind, with their cells. */
export function shift(table: ModdleElement, column: Column, index: number, by: -1 | 1): void {
  const columns = many(table, clauses[column]);
  if (!columns[index] || !columns[index + by]) return;
  table.set(clauses[column], moved(columns, index, by));
  for (const rule of many(table, 'rule')) rule.set(cells[column], moved(many(rule, cells[column]), index, by));
}

/** Takes a column away, and what was asked for it alone. A table keeps its last answer. */
export function drop(root: ModdleElement, table: ModdleElement, column: Column, index: number): void {
  const columns = many(table, clauses[column]);
  const gone = columns[index];
  if (!gone || (column === 'outputs' && columns.length === 1)) return;
  table.set(clauses[column], columns.toSpliced(index, 1));
  for (const rule of many(table, 'rule')) rule.set(cells[column], many(rule, cells[column]).toSpliced(index, 1));
  if (column === 'inputs') cleared(root, table.$parent!, words(one(gone, 'inputExpression'), 'text'));
}
