import { formatNumber, parseNumber } from '../../forms/number.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { Toggles } from '../about/toggles.tsx';
import { Committed } from '../process/panel/committed.tsx';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import type { Named } from './named.ts';
import { isList, type Comparison, type Operand } from './sentence.ts';

interface ValueInputProps {
  id: string;
  named: readonly Named[];
  one: Named;
  compare: Comparison;
  value: Operand;
  onChange: (value: Operand) => void;
}

/** What an answer is compared with, by its kind: a choice out of its options, a number, a day, a text, or another answer. */
export const ValueInput = ({ id, named, one, compare, value, onChange }: ValueInputProps) => {
  const text = useText();
  const language = useLanguage();
  const { kind } = one;
  const options = (one.options ?? []).map((option) => ({ value: String(option.value), label: pick(option.label, language), is: option.value }));
  const label = text('comparedWith');
  if (isList(compare)) {
    const chosen = 'list' in value ? value.list.map(String) : [];
    return <Toggles legend={label} items={options} chosen={chosen} onChange={(next) => next.length > 0 && onChange({ list: options.filter((option) => next.includes(option.value)).map((option) => option.is) })} />;
  }
  const literal = 'literal' in value ? value.literal : '';
  if (kind === 'yesNo') return <Select id={id} label={label} value={String(literal)} options={[{ value: 'true', label: text('answerYes') }, { value: 'false', label: text('answerNo') }]} onChange={(next) => onChange({ literal: next === 'true' })} />;
  if (kind === 'choice' || kind === 'choices') return <Select id={id} label={label} value={String(literal)} options={options} onChange={(next) => onChange({ literal: options.find((option) => option.value === next)?.is ?? next })} />;
  const others = named.filter((other) => other.kind === kind && other.name !== one.name && (kind === 'number' || kind === 'date'));
  const source = 'name' in value ? value.name : 'today' in value ? 'today()' : '';
  return (
    <>
      {(kind === 'number' || kind === 'date') && (
        <Select
          id={`${id}-other`} label={label} value={source}
          options={[{ value: '', label: text(kind === 'date' ? 'fixedDay' : 'fixedNumber') }, ...(kind === 'date' ? [{ value: 'today()', label: text('theToday') }] : []), ...others.map((other) => ({ value: other.name, label: text('theAnswer', { name: pick(other.label, language) }) }))]}
          onChange={(next) => onChange(next === '' ? { literal: kind === 'number' ? 0 : '2026-01-01' } : next === 'today()' ? { today: true } : { name: next })}
        />
      )}
      {source === '' && kind === 'number' && <Committed id={id} label={text('theNumber')} value={formatNumber(Number(literal), language)} fault={(typed) => (parseNumber(typed, language) === undefined ? text('limitNotNumber') : undefined)} onCommit={(typed) => { const next = parseNumber(typed, language); if (next !== undefined) onChange({ literal: next }); }} />}
      {source === '' && kind === 'date' && <DateField id={id} label={text('theDay')} value={String(literal)} onChange={(day) => isDay(day) && onChange({ literal: day })} />}
      {kind === 'text' && <Committed id={id} label={label} value={String(literal)} onCommit={(next) => onChange({ literal: next.normalize('NFC') })} />}
    </>
  );
};
