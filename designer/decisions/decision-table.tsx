import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { aggregations, hitPolicies } from '../../engine/decision/table.ts';
import type { LetterName } from '../../procedures/letters/names.ts';
import { check } from '../../engine/expression/feel.ts';
import { readersWhy } from '../conditions/feel/why.ts';
import type { Finding } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Findings } from '../findings/findings.tsx';
import { Select } from '../process/panel/select.tsx';
import { money } from '../../ui/format.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { useRoving } from '../shell/use-roving.ts';
import { AskMore } from './ask-more.tsx';
import { asFeel, holdsLimits, noChoice, readAnswer, readTest, type ColumnSense } from './cell-reading.ts';
import { inWords } from './cell-words.ts';
import { Cell } from './cell.tsx';
import type { Change } from './change-tables.ts';
import { ColumnDialog } from './column-dialog.tsx';
import { kindOf, plainText } from './column-kind.ts';
import type { Column } from './dmn.ts';
import { outputWord, readingWords } from './reading-words.ts';
import type { TableView } from './table-file.ts';
import type { Senses } from './use-senses.ts';

interface DecisionTableProps {
  table: TableView;
  senses: Senses;
  findings: readonly Finding[];
  /** Rules that answered what was tried below. */
  matched: readonly string[];
  onChange: (change: Change) => void;
  /** A column for one question more, which the steps that ask the table hand over. */
  onAsk: (name: LetterName) => void;
  /** Told to screen readers. */
  onSaid: (what: string) => void;
}

/** A column that is being edited, or a new one. */
type Opened = { readonly column: Column; readonly index: number } | 'answer' | 'note';

/** What is collected can be added up where there is one column to add. */
const policies = ({ outputs, hitPolicy }: TableView): readonly string[] => [...new Set([...hitPolicies, ...(outputs.length === 1 ? aggregations.map((way) => `COLLECT ${way}`) : []), hitPolicy])];

const columns = ['inputs', 'outputs', 'annotations'] as const satisfies readonly Column[];

/** What is wrong with a cell, in the reader's words of FEEL; notes are free. */
const faultOf = (column: Column, typed: string): string | undefined =>
  column === 'annotations' ? undefined : said(column === 'inputs' ? check(typed, 'tests') : check(typed));

const said = (why: string | undefined): string | undefined => why && readersWhy(why);

/** One rule per line: when it holds, what it answers, why. Each cell is typed in words or as FEEL and becomes a change on leaving it; arrows go from cell to cell until one begins to type. */
export const DecisionTable = ({ table, senses, findings, matched, onChange, onAsk, onSaid }: DecisionTableProps) => {
  const text = useText();
  const language = useLanguage();
  const says = readingWords(text);
  const { id: decision, inputs, outputs, annotations, rules } = table;
  const titles = { inputs: inputs.map(({ label }) => label), outputs: outputs.map(({ label, name }) => label || outputWord(text, name)), annotations } as const;
  const facts = new Map(inputs.map(({ expression, label }) => [expression, label]));
  const limits = { inputs: inputs.map((_, index) => holdsLimits(rules.map((rule) => rule.inputs[index] ?? ''))), outputs: outputs.map(({ name }, index) => name === 'limit' || holdsLimits(rules.map((rule) => rule.outputs[index] ?? ''))) };
  const senseOf = (column: Column, index: number): ColumnSense | undefined => {
    const [input, output] = [inputs[index], outputs[index]];
    return column === 'inputs' ? input && { ...senses.input(input.expression, input.type, input.values), isLimit: limits.inputs[index] ?? false } : column === 'outputs' ? output && { ...senses.output(output), facts, isLimit: limits.outputs[index] ?? false } : undefined;
  };
  /** Where an amount is written out, it must be the quantity at its price: one is easily changed without the other. */
  const mismatch = (cells: readonly string[]): string | undefined => {
    const [quantity, price, amount] = ['quantity', 'unitPrice', 'amount'].map((name) => Number(cells[outputs.findIndex((output) => output.name === name)] || Number.NaN));
    const product = (quantity ?? 0) * (price ?? 0);
    return Number.isNaN(product) || Number.isNaN(amount) || product === amount ? undefined : text('readMismatch', { quantity: quantity ?? 0, price: money(price ?? 0), product: money(product) });
  };
  const reading = (column: Column, cell: string, sense: ColumnSense | undefined): string | undefined => (sense === undefined ? undefined : column === 'inputs' ? readTest(cell, sense, says, language) : readAnswer(cell, sense, says, language));
  const written = (column: Column, cell: string, sense: ColumnSense | undefined): string => (sense === undefined ? cell : inWords(cell, sense, column === 'inputs', says, language));
  const notOffered = (column: Column, cell: string, sense: ColumnSense | undefined): string | undefined => {
    const named = column === 'inputs' && sense ? noChoice(cell, sense) : undefined;
    return named === undefined ? undefined : text('cellNoChoice', { named });
  };
  /** What is to be said under a cell: that it is still empty, names a choice that there is not, or does not fit its neighbours. */
  const noteOf = (column: Column, index: number, rule: TableView['rules'][number]): string | undefined => {
    const cell = rule[column][index] ?? '';
    if (column === 'outputs' && cell.trim() === 'null') return text('cellUnfilled');
    return notOffered(column, cell, senseOf(column, index)) ?? (column === 'outputs' && outputs[index]?.name === 'amount' ? mismatch(rule.outputs) : undefined);
  };
  const heads = useRef<HTMLTableRowElement>(null);
  const roving = useRoving(heads);
  const [opened, open] = useState<Opened>();
  const asked = offers(senses, inputs);
  const found = findings.filter(({ element }) => rules.some(({ id }) => id === element));
  return (
    <>
      <Select id={`policy-${decision}`} label={text('hitPolicy')} value={table.hitPolicy} options={policies(table).map((policy) => ({ value: policy, label: text(`policy_${policy.replace(' ', '_')}` as 'policy_UNIQUE') }))} onChange={(policy) => onChange({ change: 'policy', decision, policy })} />
      <p className="muted">{text('cellHint')}</p>
      <Findings of={found} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section className="table decision-table" aria-label={text('rulesOf', { name: table.title })} tabIndex={0}>
        <table>
          <thead>
            <tr ref={heads} {...roving}>
              <th scope="col">{text('rule')}</th>
              {columns.map((column) => titles[column].map((title, index) => (
                <th key={`${column} ${index}`} scope="col" className={`decision-${column}`}>
                  <button type="button" className="decision-column" title={text('columnEdit')} aria-haspopup="dialog" onClick={() => open({ column, index })}>{title} <Icon of={Pencil} /></button>
                </th>
              )))}
              <th scope="col">{text('acts')}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, number) => {
              const named = `${text('rule')} ${number + 1}`;
              return (
                <tr key={rule.id} className={matched.includes(rule.id) ? 'decision-matched' : undefined}>
                  <th scope="row">{number + 1}{matched.includes(rule.id) && <span className="visually-hidden"> ({text('ruleMatched')})</span>}</th>
                  {columns.map((column) => titles[column].map((title, index) => {
                    const sense = senseOf(column, index);
                    const cell = rule[column][index] ?? '';
                    const feel = (typed: string): string => (sense ? asFeel(typed, sense, column === 'inputs', says) : typed);
                    return (
                      <td key={`${column} ${index}`} className={`decision-${column}`}>
                        <Cell
                          label={`${title}, ${named}`} value={written(column, cell, sense)} reads={(typed) => reading(column, feel(typed), sense)} note={noteOf(column, index, rule)}
                          fault={(typed) => faultOf(column, feel(typed)) ?? notOffered(column, feel(typed), sense)} code={column !== 'annotations' && written(column, cell, sense) === cell && !/^-?[\d.]*$/.test(cell)}
                          onCommit={(next) => { if (feel(next) !== cell) onChange({ change: 'cell', decision, rule: rule.id, column, index, text: feel(next) }); }}
                        />
                      </td>
                    );
                  }))}
                  <td className="decision-acts">
                    <Button small kind="quiet" aria-label={`${text('up')}: ${named}`} aria-disabled={number === 0} onClick={() => onChange({ change: 'move', decision, rule: rule.id, by: -1 })}><Icon of={ArrowUp} /></Button>
                    <Button small kind="quiet" aria-label={`${text('down')}: ${named}`} aria-disabled={number === rules.length - 1} onClick={() => onChange({ change: 'move', decision, rule: rule.id, by: 1 })}><Icon of={ArrowDown} /></Button>
                    <Button small kind="quiet" aria-label={`${text('removeRow')}: ${named}`} onClick={() => onChange({ change: 'remove', decision, rule: rule.id })}><Icon of={Trash2} /></Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p className="row">
        <Button small onClick={() => onChange({ change: 'add', decision })}><Icon of={Plus} />{text('addRule')}</Button>
        <Button small onClick={() => open('answer')}><Icon of={Plus} />{text('answerAdd')}</Button>
        <Button small onClick={() => open('note')}><Icon of={Plus} />{text('noteAdd')}</Button>
      </p>
      <AskMore id={`ask-more-${decision}`} label={text('askMore')} act={text('askMoreAct')} offers={asked} onAsk={onAsk} />
      {typeof opened === 'string' && (
        <ColumnDialog
          title={text(opened === 'answer' ? 'answerAdd' : 'noteAdd')} name={{ vi: '', en: '' }} kind={opened === 'answer' ? plainText : undefined} labels={noLabels} onClose={() => open(undefined)}
          onSave={(label, kind) => label && onChange(kind ? { change: 'answer', decision, answer: { label, ...kind } } : { change: 'note', decision, label })}
        />
      )}
      {typeof opened === 'object' && <OpenedColumn table={table} {...opened} title={titles[opened.column][opened.index] ?? ''} labels={senseOf(opened.column, opened.index)?.labels ?? noLabels} onChange={onChange} onSaid={onSaid} onClose={() => open(undefined)} />}
    </>
  );
};

const noLabels: ReadonlyMap<string, string> = new Map();

/** Questions that the table does not ask yet. */
const offers = ({ offers: all, handed }: Senses, inputs: TableView['inputs']): readonly LetterName[] => {
  const asked = new Set(inputs.map(({ expression }) => handed.get(expression)));
  return all.filter(({ feel }) => !asked.has(feel));
};

interface OpenedColumnProps extends Pick<DecisionTableProps, 'table' | 'onChange' | 'onSaid'> {
  column: Column;
  index: number;
  title: string;
  labels: ReadonlyMap<string, string>;
  onClose: () => void;
}

const OpenedColumn = ({ table, column, index, title, labels, onChange, onSaid, onClose }: OpenedColumnProps) => {
  const text = useText();
  const { id: decision, named, inputs, outputs } = table;
  const { vi, en = '' } = named[column][index] ?? { vi: '' };
  const clause = column === 'inputs' ? inputs[index] : column === 'outputs' ? outputs[index] : undefined;
  const move = (by: -1 | 1) => (named[column][index + by] ? () => {
    onSaid(text('columnMoved', { name: title }));
    onChange({ change: 'shift', decision, column, index, by });
  } : undefined);
  const drop = column === 'outputs' && outputs.length === 1 ? undefined : () => {
    onSaid(text('columnDropped', { name: title }));
    onChange({ change: 'drop', decision, column, index });
  };
  return (
    <ColumnDialog
      title={text('columnOf', { name: title })} name={{ vi, en }} mayStayUnnamed={vi === '' && en === ''} kind={clause && kindOf(clause.type, clause.values, labels)} labels={labels} acts={{ move, drop }} onClose={onClose}
      onSave={(label, kind) => onChange({ change: 'redefine', decision, column, index, label, kind })}
    />
  );
};
