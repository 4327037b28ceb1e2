import { useState } from 'react';
import { TextArea, TextField } from '../../../ui/field.tsx';

interface CommittedProps {
  id: string;
  label: string;
  value: string;
  onCommit: (value: string) => void;
  hint?: string;
  optional?: boolean;
  long?: boolean;
  lang?: string;
  /** A code or expression: no spelling, fixed width. */
  code?: boolean;
  list?: string;
  /** What is wrong with a text, in words; it is kept all the same. */
  fault?: (value: string) => string | undefined;
}

/** A text that becomes a change when one leaves the field or presses Enter: one step of undo, not one per letter. */
export const Committed = ({ id, label, value, onCommit, hint, optional, long = false, lang, code = false, list, fault }: CommittedProps) => {
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    setTyped(value);
  }
  const commit = () => {
    if (typed !== value) onCommit(typed);
  };
  const shared = {
    id, label, hint, lang, value: typed, error: fault?.(typed), ...(optional && { optional }),
    ...(code && { spellCheck: false, autoCapitalize: 'none', autoComplete: 'off', 'data-code': true }), onBlur: commit,
  };
  if (long) return <TextArea {...shared} rows={2} onChange={(event) => setTyped(event.target.value)} />;
  return (
    <TextField
      {...shared}
      list={list}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key !== 'Escape' || typed === value) return;
        event.preventDefault();
        setTyped(value);
      }}
    />
  );
};
