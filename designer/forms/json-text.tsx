import type { ReactNode } from 'react';
import './json-text.css';
import { useSettled } from './use-settled.ts';

interface JsonTextProps {
  id: string;
  label: string;
  hint: string;
  source: string;
  /** Why it is not what it should be. */
  fault: ReactNode;
  onChange: (text: string) => void;
}

/** A file itself, as JSON. What is typed is kept even while it is not valid. */
export const JsonText = ({ id, label, hint, source, fault, onChange }: JsonTextProps) => {
  const { typed, type, settle } = useSettled(source, onChange);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="field-hint">{hint}</p>
      <div id={`${id}-error`} className={fault ? 'field-message' : 'visually-hidden'} aria-live="polite">{fault}</div>
      <textarea id={id} className="control json-text" spellCheck={false} autoComplete="off" rows={32} wrap="off" value={typed} aria-invalid={fault ? true : undefined} aria-describedby={`${id}-hint ${id}-error`} onChange={(event) => type(event.target.value)} onBlur={settle} />
    </div>
  );
};
