import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { hitPolicies } from '../../engine/decision/table.ts';
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
import { AskMore, type Asking } from './ask-more.tsx';
import { nextCell } from './cell-keys.ts';
import { asFeel, readAnswer, readTest, type ColumnSense } from './cell-reading.ts';
import { inWords } from './cell-words.ts';
import { outputWord, readingWords } from './reading-words.ts';
import type { Change, Column, TableView } from './table-file.ts';
import type { Senses } from './use-senses.ts';

interface DecisionTableProps {
  table: TableView;
  senses: Senses;
  findings: readonly Finding[];
  /** Rules that answered what was tried below. */
  matched: readonly string[];
  onChange: (change: Change) => void;
  onAsk: Asking;
}

const columns = ['inputs', 'outputs', 'annotations'] as const satisfies readonly Column[];

/** What is wrong with a cell, in the reader's words of FEEL; notes are free. */
const faultOf = (column: Column, typed: string): string | undefined =>
  column === 'annotations' ? undefined : said(column === 'inputs' ? check(typed, 'tests') : check(typed));

const said = (why: string | undefined): string | undefined => why && readersWhy(why);

/** One rule per line: when it holds, what it answers, why. Each cell is typed in words or as FEEL and becomes a change on leaving it; arrows go from cell to cell until one begins to type. */
export const DecisionTable = ({ table, senses, findings, matched, onChange, onAsk }: DecisionTableProps) => {
  const text = useText();
  const language = useLanguage();
  const says = readingWords(text);
  const { id: decision, inputs, outputs, annotations, rules } = table;
  const titles = { inputs: inputs.map(({ label }) => label), outputs: outputs.map(({ label, name }) => label || outputWord(text, name)), annotations } as const;
  const facts = new Map(inputs.map(({ expression, label }) => [expression, label]));
  const senseOf = (column: Column, index: number): ColumnSense | undefined => {
    const [input, output] = [inputs[index], outputs[index]];
    return column === 'inputs' ? input && senses.input(input.expression, input.type) : column === 'outputs' ? output && { ...senses.output(output), facts } : undefined;
  };
  /** Where an amount is written out, it must be the quantity at its price: one is easily changed without the other. */
  const mismatch = (cells: readonly string[]): string | undefined => {
    const [quantity, price, amount] = ['quantity', 'unitPrice', 'amount'].map((name) => Number(cells[outputs.findIndex((output) => output.name === name)] || Number.NaN));
    const product = (quantity ?? 0) * (price ?? 0);
    return Number.isNaN(product) || Number.isNaN(amount) || product === amount ? undefined : text('readMismatch', { quantity: quantity ?? 0, price: money(price ?? 0), product: money(product) });
  };
  const reading = (column: Column, cell: string, sense: ColumnSense | undefined): string | undefined => (sense === undefined ? undefined : column === 'inputs' ? readTest(cell, sense, says, language) : readAnswer(cell, sense, says, language));
  const written = (column: Column, cell: string, sense: ColumnSense | undefined): string => (sense === undefined ? cell : inWords(cell, sense, column === 'inputs', says, language));
  const found = findings.filter(({ element }) => rules.some(({ id }) => id === element));
  return (
    <>
      <Select id={`policy-${decision}`} label={text('hitPolicy')} value={table.hitPolicy} options={hitPolicies.map((policy) => ({ value: policy, label: text(`policy_${policy.replace(' ', '_')}` as 'policy_UNIQUE') }))} onChange={(policy) => onChange({ change: 'policy', decision, policy })} />
      <p className="muted">{text('cellHint')}</p>
      <Findings of={found} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section className="table decision-table" aria-label={text('rulesOf', { name: table.title })} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text('rule')}</th>
              {columns.map((column) => titles[column].map((title, index) => <th key={`${column} ${index}`} scope="col" className={`decision-${column}`}>{title}</th>))}
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
                          label={`${title}, ${named}`} value={written(column, cell, sense)} reads={(typed) => reading(column, feel(typed), sense)} note={column === 'outputs' && outputs[index]?.name === 'amount' ? mismatch(rule.outputs) : undefined}
                          fault={(typed) => faultOf(column, feel(typed))} code={column !== 'annotations' && written(column, cell, sense) === cell && !/^-?[\d.]*$/.test(cell)}
                          onCommit={(next) => onChange({ change: 'cell', decision, rule: rule.id, column, index, text: feel(next) })}
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
      <p><Button small onClick={() => onChange({ change: 'add', decision })}><Icon of={Plus} />{text('addRule')}</Button></p>
      <AskMore decision={decision} taken={inputs.map(({ expression }) => expression)} offers={senses.offers} onAsk={onAsk} />
    </>
  );
};

const Cell = ({ label, value, code, reads, note, fault, onCommit }: { label: string; value: string; code: boolean; /** The cell in words, where it can be said. */ reads: (typed: string) => string | undefined; /** What does not fit its neighbours. */ note: string | undefined; fault: (typed: string) => string | undefined; onCommit: (value: string) => void }) => {
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  const [editing, setEditing] = useState(false);
  if (given !== value) {
    setGiven(value);
    setTyped(value);
  }
  const wrong = fault(typed);
  const read = reads(typed);
  const commit = () => {
    setEditing(false);
    if (typed !== value) onCommit(typed);
  };
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, currentTarget: cell, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (key === 'Escape') {
      setTyped(value);
      setEditing(false);
    }
    if (shiftKey || altKey || ctrlKey || metaKey) return;
    const next = editing ? undefined : nextCell(cell, key);
    if (next === undefined && key !== 'Enter' && key !== 'F2') return;
    event.preventDefault();
    if (next) {
      next.focus();
      next.select();
    } else if (editing) commit();
    else {
      setEditing(true);
      cell.setSelectionRange(typed.length, typed.length);
    }
  };
  return (
    <>
      <textarea
        className="control decision-cell" rows={1} aria-label={label} aria-invalid={wrong === undefined ? undefined : true} title={wrong} spellCheck={!code} data-code={code || undefined} value={typed}
        data-editing={editing || undefined} onBlur={commit} onPointerDown={() => setEditing(true)} onKeyDown={keys}
        onChange={(event) => {
          setTyped(event.target.value);
          setEditing(true);
        }}
      />
      {read !== undefined && read !== typed && <span className="decision-reads">{read}</span>}
      {note !== undefined && <span className="decision-reads decision-note">{note}</span>}
    </>
  );
};
