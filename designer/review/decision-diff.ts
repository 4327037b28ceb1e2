import type { Language } from '../../ui/language.ts';
import { readTables, type DecisionView, type TableView } from '../decisions/table-file.ts';

/** A column of a table, as it is named: the question of an input, the name of an output. */
export interface ColumnOf {
  readonly side: 'inputs' | 'outputs' | 'annotations';
  readonly name: string;
  readonly label: string;
  readonly type: string;
}

/** One thing that a new version of a decision file does differently; `rule` counts from 1, in the new version where the rule is there. */
export type DecisionChange =
  | { readonly change: 'decision-added' | 'decision-removed' | 'decision-columns' | 'decision-order'; readonly decision: string }
  | { readonly change: 'decision-text' | 'decision-policy'; readonly decision: string; readonly from: string; readonly to: string }
  | { readonly change: 'rule-added' | 'rule-removed'; readonly decision: string; readonly rule: number; readonly cells: readonly { readonly column: ColumnOf; readonly text: string }[] }
  | { readonly change: 'rule-cell'; readonly decision: string; readonly rule: number; readonly column: ColumnOf; readonly from: string; readonly to: string };

const columnsOf = ({ inputs, outputs, annotations }: TableView): readonly ColumnOf[] => [
  ...inputs.map(({ expression, label, type }): ColumnOf => ({ side: 'inputs', name: expression, label, type })),
  ...outputs.map(({ name, label, type }): ColumnOf => ({ side: 'outputs', name, label: label || name, type })),
  ...annotations.map((name): ColumnOf => ({ side: 'annotations', name, label: name, type: 'string' })),
];
const cellsOf = ({ inputs, outputs, annotations }: TableView['rules'][number]): readonly string[] => [...inputs, ...outputs, ...annotations];

/** What is different between two texts of a decision file, table by table and rule by rule, in the names of one language; nothing where one cannot be read. */
export async function decisionChanges(before: string, after: string, language: Language): Promise<readonly DecisionChange[] | undefined> {
  const [old, next] = await Promise.all([readTables(before, language), readTables(after, language)]);
  if ('fault' in old || 'fault' in next) return undefined;
  const was = new Map(old.decisions.map((decision) => [decision.id, decision]));
  const is = new Set(next.decisions.map(({ id }) => id));
  return [
    ...next.decisions.flatMap((decision) => changesOf(was.get(decision.id), decision)),
    ...old.decisions.filter(({ id }) => !is.has(id)).map(({ title }): DecisionChange => ({ change: 'decision-removed', decision: title })),
  ];
}

function changesOf(was: DecisionView | undefined, is: DecisionView): readonly DecisionChange[] {
  const decision = is.title;
  if (was?.kind === 'expression' && is.kind === 'expression') return was.text === is.text ? [] : [{ change: 'decision-text', decision, from: was.text, to: is.text }];
  if (was?.kind === 'table' && is.kind === 'table') return tableChanges(was, is);
  return was && was.kind === is.kind ? [] : [{ change: 'decision-added', decision }];
}

function tableChanges(was: TableView, is: TableView): readonly DecisionChange[] {
  const decision = is.title;
  const [before, columns] = [columnsOf(was), columnsOf(is)];
  const placeOf = columns.map(({ side, name }) => before.findIndex((column) => column.side === side && column.name === name));
  const isSame = before.length === columns.length && placeOf.every((place) => place >= 0);
  const old = new Map(was.rules.map((rule, index) => [rule.id, { rule, index }]));
  const ids = new Set(is.rules.map(({ id }) => id));
  const kept = is.rules.map(({ id }) => old.get(id)?.index ?? -1).filter((index) => index >= 0);
  const said = (cells: readonly string[], of: readonly ColumnOf[]) => of.map((column, index) => ({ column, text: cells[index] ?? '' })).filter(({ column }) => column.side !== 'annotations');
  return [
    ...(was.hitPolicy === is.hitPolicy ? [] : [{ change: 'decision-policy' as const, decision, from: was.hitPolicy, to: is.hitPolicy }]),
    ...(isSame ? [] : [{ change: 'decision-columns' as const, decision }]),
    ...is.rules.flatMap((rule, index): DecisionChange[] => {
      const former = old.get(rule.id);
      const cells = cellsOf(rule);
      if (!former) return [{ change: 'rule-added', decision, rule: index + 1, cells: said(cells, columns) }];
      const cellsBefore = cellsOf(former.rule);
      return columns.flatMap((column, place): DecisionChange[] => {
        const [from, to] = [placeOf[place]! < 0 ? undefined : cellsBefore[placeOf[place]!], cells[place] ?? ''];
        return from === undefined || from === to ? [] : [{ change: 'rule-cell', decision, rule: index + 1, column, from, to }];
      });
    }),
    ...was.rules.flatMap((rule, index): DecisionChange[] => (ids.has(rule.id) ? [] : [{ change: 'rule-removed', decision, rule: index + 1, cells: said(cellsOf(rule), before) }])),
    ...(kept.every((place, index) => index === 0 || place > kept[index - 1]!) ? [] : [{ change: 'decision-order' as const, decision }]),
  ];
}
