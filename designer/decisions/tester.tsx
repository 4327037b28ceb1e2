import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { decide } from '../../engine/decision/evaluate.ts';
import { readDmn } from '../../engine/decision/read.ts';
import type { Data } from '../../engine/state.ts';
import { TextField } from '../../ui/field.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { allowed } from './column-kind.ts';
import { DecidedValue } from './decided-value.tsx';
import { partSenses } from './part-senses.ts';
import type { DecisionView } from './table-file.ts';
import { triedValue } from './tried-value.ts';
import type { Senses } from './use-senses.ts';
import { rowsOf, warnedOf, whyNot } from './why-not.ts';

const hints: Readonly<Record<string, 'tryText' | 'tryNumber' | 'tryDayHint'>> = { string: 'tryText', number: 'tryNumber', date: 'tryDayHint' };

interface TesterProps {
  source: string;
  decisions: readonly DecisionView[];
  /** What is said of each input, by its name. */
  asks: ReadonlyMap<string, string>;
  senses: Senses;
  onMatched: (rules: readonly string[]) => void;
}

/** Asks the decisions as they stand, saved or not, and says which rules answered. */
export const Tester = ({ source, decisions, asks, senses, onMatched }: TesterProps) => {
  const text = useText();
  const language = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [at] = useState(() => new Date().toISOString());
  const reading = useQuery({ queryKey: ['decision model', source], queryFn: () => readDmn(source), placeholderData: (before) => before });
  const model = reading.data !== undefined && 'decisions' in reading.data ? reading.data.decisions : undefined;
  const name = model?.decisions.some(({ id }) => id === chosen) ? chosen : model?.decisions.at(-1)?.id;
  const result = useMemo(() => {
    const isBlank = (model?.inputs ?? []).length > 0 && Object.values(typed).every((one) => one.trim() === '');
    if (model === undefined || name === undefined || isBlank) return undefined;
    const input = model.inputs.map((one) => [one.name, triedValue(one.type, typed[one.name] ?? '', language, at)] as const);
    if (input.some(([, value]) => value === undefined)) return undefined;
    return decide(model, name, Object.fromEntries(input) as Data, at);
  }, [model, name, typed, language, at]);
  const rules = result !== undefined && 'rules' in result ? result.rules.join(' ') : '';
  useEffect(() => onMatched(rules.split(' ').filter(Boolean)), [rules, onMatched]);
  if (model === undefined || name === undefined) return null;
  const columnOf = (input: string) => decisions.flatMap((decision) => (decision.kind === 'table' ? decision.inputs : [])).find(({ expression, label }) => expression === input || label === input);
  const labelOf = (input: string) => columnOf(input)?.label || asks.get(input) || input;
  const called = { decisions, labelOf };
  const blanks = model.inputs.filter((one) => (typed[one.name] ?? '').trim() === '').map((one) => labelOf(one.name));
  const isFormula = !decisions.some(({ kind }) => kind === 'table');
  const { whole, of: senseOf } = partSenses(decisions, model.decisions, name, senses, text);
  return (
    <section aria-labelledby="decision-tester" className="decision-tester">
      <h2 id="decision-tester">{text(isFormula ? 'tryFormula' : 'tryDecision')}</h2>
      <p className="muted">{text(isFormula ? 'tryFormulaHint' : 'tryDecisionHint')}</p>
      <div className="try-inputs">
        <Select id="try-decision" label={text(isFormula ? 'tryWhich' : 'decision')} value={name} options={model.decisions.map(({ id }) => ({ value: id, label: decisions.find((one) => one.id === id)?.title || id }))} onChange={setChosen} />
        {model.inputs.map((one) => {
          const label = labelOf(one.name);
          const { labels } = senses.input(one.name, one.type);
          const values = allowed(columnOf(one.name)?.values ?? '');
          const codes = values.length > 0 ? values : [...labels.keys()];
          const put = (next: string) => setTyped({ ...typed, [one.name]: next });
          if (codes.length > 0) return <Select key={one.name} id={`try-${one.name}`} label={label} value={typed[one.name] ?? ''} options={[{ value: '', label: text('tryNothing') }, ...codes.map((value) => ({ value, label: labels.get(value) ?? value }))]} onChange={put} />;
          if (one.type === 'boolean') return <Select key={one.name} id={`try-${one.name}`} label={label} value={typed[one.name] ?? ''} options={[{ value: '', label: text('tryNothing') }, { value: 'true', label: text('readYes') }, { value: 'false', label: text('readNo') }]} onChange={put} />;
          return <TextField key={one.name} id={`try-${one.name}`} label={label} hint={text(hints[one.type] ?? 'tryFeel')} error={triedValue(one.type, typed[one.name] ?? '', language, at) === undefined ? text(one.type === 'date' ? 'tryNotDay' : 'tryNotNumber') : undefined} value={typed[one.name] ?? ''} autoComplete="off" spellCheck={false} onChange={(event) => put(event.target.value)} />;
        })}
      </div>
      <h3>{text('decided')}</h3>
      <output>
        {result === undefined ? <p className="muted">{text(model.inputs.some((one) => triedValue(one.type, typed[one.name] ?? '', language, at) === undefined) ? 'tryMend' : 'nothingTried')}</p> : 'failed' in result ? <p className="field-message">{text('notDecided')} {whyNot(result.failed, called, text)}{blanks.length > 0 && ` ${text('tryBlank', { names: blanks.join(', ') })}`}</p> : (
          <>
            <DecidedValue value={result.value} sense={whole} senseOf={senseOf} />
            {result.rules.length > 0 && <p className="muted">{text('tryBecause', { rows: rowsOf(result.rules.join(', '), called, text) })}</p>}
            {result.warnings.length > 0 && <ul className="muted">{[...new Set(result.warnings.map((warning) => warnedOf(warning, called, text)))].map((warning) => <li key={warning}>{warning}</li>)}</ul>}
          </>
        )}
      </output>
    </section>
  );
};
