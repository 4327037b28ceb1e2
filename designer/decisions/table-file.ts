import type { ModdleElement } from 'bpmn-moddle';
import type { BothLanguages, Language } from '../../ui/language.ts';
import { cells, decisionsIn, english, inputsIn, logicOf, many, one, readDefinitions, variableOf, words, type Column } from './dmn.ts';
import { isAsked } from './unneeded.ts';

/** What is known of every decision. */
interface Decision {
  readonly id: string;
  readonly title: string;
  /** In each language; the English is blank where the file does not say. */
  readonly titles: BothLanguages;
  /** How formulas of the file call its answer. */
  readonly variable: string;
  /** Ids of the decisions whose answers it takes. */
  readonly takes: readonly string[];
}
export interface TableView extends Decision {
  readonly kind: 'table';
  /** Id of the table itself. */
  readonly table: string;
  /** With what is made of all answers, where they are collected: `COLLECT SUM`. */
  readonly hitPolicy: string;
  readonly inputs: readonly { readonly label: string; readonly expression: string; readonly type: string; readonly values: string }[];
  readonly outputs: readonly { readonly label: string; readonly name: string; readonly type: string; readonly values: string }[];
  readonly annotations: readonly string[];
  /** What the file calls its columns in each language; blank where it does not say. */
  readonly named: { readonly [C in Column]: readonly BothLanguages[] };
  readonly rules: readonly ({ readonly id: string } & { readonly [C in Column]: readonly string[] })[];
}
export interface ExpressionView extends Decision {
  readonly kind: 'expression';
  readonly text: string;
  /** Names of the inputs that it says it needs. */
  readonly needs: readonly string[];
}
/** A decision whose logic is neither a table nor an expression: shown by name only. */
export interface OtherView extends Decision { readonly kind: 'other' }
export type DecisionView = TableView | ExpressionView | OtherView;

interface TablesRead {
  readonly decisions: readonly DecisionView[];
  /** What is said of each input of the file, by its name. */
  readonly asks: ReadonlyMap<string, string>;
  /** Of which type each input is; blank where the file does not say. */
  readonly types: ReadonlyMap<string, string>;
  /** Whether formulas may speak of more than its inputs and decisions: of what it imports, or of functions of its own. */
  readonly knowsMore: boolean;
}

/** A name of an element in the reader's language, where the file has it in both. */
const named = (element: ModdleElement, vietnamese: string, language: Language): string => (language === 'en' && words(element, english)) || vietnamese;

/** What a DMN file calls itself; nothing where it has no name. */
export function fileName(xml: string, language: Language): string | undefined {
  const opening = /<(?:\w+:)?definitions\b[^>]*>/.exec(xml)?.[0] ?? '';
  const said = (attribute: string) => new RegExp(`\\s${attribute}="([^"]*)"`).exec(opening)?.[1];
  return (language === 'en' ? said(english) : undefined) ?? said('name');
}

/** The decisions of a DMN file (1.2 to 1.6) as they are shown, in its order and in one language; or why it cannot be edited without loss. */
export async function readTables(xml: string, language: Language): Promise<TablesRead | { readonly fault: string }> {
  try {
    const { root, lost } = await readDefinitions(xml);
    if (lost.length > 0) return { fault: lost.join('; ') };
    const inputs = inputsIn(root);
    const decisions = decisionsIn(root);
    return {
      decisions: decisions.map((decision) => viewOf(decision, inputs, language)), asks: new Map(inputs.map((input) => [words(input, 'name'), named(input, words(input, 'description'), language)])),
      types: new Map(inputs.map((input) => [words(input, 'name'), words(one(input, 'variable'), 'typeRef')])),
      knowsMore: many(root, 'import').length > 0 || many(root, 'drgElement').some(({ $type }) => $type === 'dmn:BusinessKnowledgeModel' || $type === 'dmn:DecisionService'),
    };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

const bothNames = (element: ModdleElement, vietnamese: string): BothLanguages => ({ vi: words(element, vietnamese), en: words(element, english) });

function viewOf(decision: ModdleElement, fileInputs: readonly ModdleElement[], language: Language): DecisionView {
  const vi = words(decision, 'description') || words(decision, 'name');
  const takes = many(decision, 'informationRequirement').flatMap((needs) => (words(one(needs, 'requiredDecision'), 'href').startsWith('#') ? [words(one(needs, 'requiredDecision'), 'href').slice(1)] : []));
  const shared = { id: decision.id ?? '', title: named(decision, vi, language), titles: { vi, en: words(decision, english) }, variable: variableOf(decision), takes };
  const logic = logicOf(decision);
  if (logic?.$type === 'dmn:LiteralExpression') return { kind: 'expression', ...shared, text: words(logic, 'text'), needs: fileInputs.filter((input) => isAsked(decision, input)).map((input) => words(input, 'name')) };
  if (logic?.$type !== 'dmn:DecisionTable') return { kind: 'other', ...shared };
  const texts = (rule: ModdleElement, column: Column) => many(rule, cells[column]).map((cell) => words(cell, 'text'));
  return {
    kind: 'table', ...shared, table: logic.id ?? '', hitPolicy: [words(logic, 'hitPolicy') || 'UNIQUE', words(logic, 'aggregation')].filter(Boolean).join(' '),
    inputs: many(logic, 'input').map((input) => ({ label: named(input, words(input, 'label'), language) || words(one(input, 'inputExpression'), 'text'), expression: words(one(input, 'inputExpression'), 'text'), type: words(one(input, 'inputExpression'), 'typeRef'), values: words(one(input, 'inputValues'), 'text') })),
    outputs: many(logic, 'output').map((output) => ({ label: named(output, words(output, 'label'), language), name: words(output, 'name'), type: words(output, 'typeRef'), values: words(one(output, 'outputValues'), 'text') })),
    annotations: many(logic, 'annotation').map((annotation) => named(annotation, words(annotation, 'name'), language)),
    named: { inputs: many(logic, 'input').map((input) => bothNames(input, 'label')), outputs: many(logic, 'output').map((output) => bothNames(output, 'label')), annotations: many(logic, 'annotation').map((annotation) => bothNames(annotation, 'name')) },
    rules: many(logic, 'rule').map((rule) => ({ id: rule.id ?? '', inputs: texts(rule, 'inputs'), outputs: texts(rule, 'outputs'), annotations: texts(rule, 'annotations') })),
  };
}
