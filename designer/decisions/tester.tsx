import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { decide } from '../../engine/decision/evaluate.ts';
import type { InputData } from '../../engine/decision/model.ts';
import { readDmn } from '../../engine/decision/read.ts';
import { evaluate } from '../../engine/expression/feel.ts';
import type { Data, Json } from '../../engine/state.ts';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { allowed } from './column-kind.ts';
import { DecidedValue } from './decided-value.tsx';
import type { DecisionView } from './table-file.ts';
import type { Senses } from './use-senses.ts';

/** What was typed as the value of an input: a text as it stands, anything else as FEEL. */
const valueOf = ({ type }: InputData, typed: string, at: string): Json => {
  if (typed.trim() === '') return null;
  if (type === 'string' && !typed.trim().startsWith('"')) return typed.trim();
  const result = evaluate(typed, {}, at);
  return 'value' in result ? result.value : typed;
};

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
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [at] = useState(() => new Date().toISOString());
  const reading = useQuery({ queryKey: ['decision model', source], queryFn: () => readDmn(source), placeholderData: (before) => before });
  const model = reading.data !== undefined && 'decisions' in reading.data ? reading.data.decisions : undefined;
  const name = model?.decisions.some(({ id }) => id === chosen) ? chosen : model?.decisions.at(-1)?.id;
  const result = useMemo(() => {
    const isBlank = (model?.inputs ?? []).length > 0 && Object.values(typed).every((one) => one.trim() === '');
    if (model === undefined || name === undefined || isBlank) return undefined;
    const input: Data = Object.fromEntries(model.inputs.map((one) => [one.name, valueOf(one, typed[one.name] ?? '', at)]));
    return decide(model, name, input, at);
  }, [model, name, typed, at]);
  const rules = result !== undefined && 'rules' in result ? result.rules.join(' ') : '';
  useEffect(() => onMatched(rules.split(' ').filter(Boolean)), [rules, onMatched]);
  if (model === undefined || name === undefined) return null;
  return (
    <section aria-labelledby="decision-tester" className="decision-tester">
      <h2 id="decision-tester">{text('tryDecision')}</h2>
      <p className="muted">{text('tryDecisionHint')}</p>
      <div className="try-inputs">
        <Select id="try-decision" label={text('decision')} value={name} options={model.decisions.map(({ id }) => ({ value: id, label: decisions.find((one) => one.id === id)?.title || id }))} onChange={setChosen} />
        {model.inputs.map((one) => {
          const column = decisions.flatMap((decision) => (decision.kind === 'table' ? decision.inputs : [])).find(({ expression }) => expression === one.name);
          const label = column?.label || asks.get(one.name) || one.name;
          const { labels } = senses.input(one.name, one.type);
          const values = allowed(column?.values ?? '');
          const codes = values.length > 0 ? values : [...labels.keys()];
          const put = (next: string) => setTyped({ ...typed, [one.name]: next });
          if (codes.length > 0) return <Select key={one.name} id={`try-${one.name}`} label={label} value={typed[one.name] ?? ''} options={[{ value: '', label: text('tryNothing') }, ...codes.map((value) => ({ value, label: labels.get(value) ?? value }))]} onChange={put} />;
          if (one.type === 'boolean') return <Select key={one.name} id={`try-${one.name}`} label={label} value={typed[one.name] ?? ''} options={[{ value: '', label: text('tryNothing') }, { value: 'true', label: text('readYes') }, { value: 'false', label: text('readNo') }]} onChange={put} />;
          return <TextField key={one.name} id={`try-${one.name}`} label={label} hint={text(one.type === 'string' ? 'tryText' : 'tryFeel')} value={typed[one.name] ?? ''} autoComplete="off" spellCheck={false} onChange={(event) => put(event.target.value)} />;
        })}
      </div>
      <h3>{text('decided')}</h3>
      <output>
        {result === undefined ? <p className="muted">{text('nothingTried')}</p> : 'failed' in result ? <p className="field-message">{text('notDecided')} <span lang="en">{result.failed}</span></p> : (
          <>
            <DecidedValue value={result.value} />
            {result.warnings.length > 0 && <ul className="muted" lang="en">{result.warnings.map((warning) => <li key={warning}>{warning}</li>)}</ul>}
          </>
        )}
      </output>
    </section>
  );
};
