import { useState, type InputHTMLAttributes, type ReactNode } from 'react';
import { readDay, readMoment } from './day.ts';
import { TextField } from './field.tsx';
import { date } from './format.ts';
import { useKitText } from './words.ts';

interface DateFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'min' | 'type'> {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  /** `2026-03-27`, or with a time `2026-03-27T07:30`; blank for none. */
  value: string;
  /** The first day that is taken. */
  min?: string;
  withTime?: boolean;
  /** What is typed, as `value` has it; as long as it is no day, the text as it stands: see `isDay` and `isMoment`. */
  onChange: (value: string) => void;
}

/** `27/03/2026`, or `07:30 27/03/2026`; what is none, as it stands. */
const shown = (value: string): string => {
  if (readDay(value) === value && value !== '') return date(value);
  return readMoment(value) === value ? `${value.slice(11)} ${date(value.slice(0, 10))}` : value;
};

/** A day that is typed, day first, in whichever language: a browser's own field follows the browser and not the page. What cannot be read is said on leaving the field, and kept. */
export const DateField = ({ value, onChange, min, withTime = false, hint, error, optional = false, ...field }: DateFieldProps) => {
  const text = useKitText();
  const read = withTime ? readMoment : readDay;
  const [typed, setTyped] = useState(shown(value));
  const [given, setGiven] = useState(value);
  const [stage, setStage] = useState<'untouched' | 'typing' | 'left'>('untouched');
  if (given !== value) {
    setGiven(value);
    // what comes from elsewhere stands in the field; what was typed stays as it was typed
    if ((read(typed) ?? typed.trim()) !== value) {
      setTyped(shown(value));
      setStage('untouched');
    }
  }
  const said = read(typed);
  const own = (() => {
    if (typed.trim() === '') return optional ? undefined : text('required');
    if (said === undefined) return text(withTime ? 'momentUnreadable' : 'dayUnreadable', { typed: typed.trim() });
    return min !== undefined && readDay(min) === min && said.slice(0, 10) < min ? text('dayTooEarly', { day: date(min) }) : undefined;
  })();
  const leave = () => {
    if (stage === 'untouched') return;
    setStage('left');
    if (said !== undefined) setTyped(shown(said));
  };
  return (
    <TextField
      {...field} optional={optional} autoComplete="off" inputMode={withTime ? 'text' : 'numeric'}
      hint={<>{hint}{hint && ' '}{text(withTime ? 'momentHint' : 'dayHint')}</>}
      error={(stage === 'left' ? own : undefined) ?? error}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        if (stage === 'untouched') setStage('typing');
        onChange(read(target.value) ?? target.value.trim());
      }}
      onBlur={leave}
      onKeyDown={({ key }) => key === 'Enter' && leave()}
    />
  );
};
