import type { ReactNode } from 'react';
import { useKitText } from './words.ts';
import './choices.css';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

interface ChoicesProps<V extends string> {
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  choices: readonly Choice<V>[];
  value: V | undefined;
  onChange: (value: V) => void;
  /** The legend is the page's heading already and need not be seen twice. */
  legendHidden?: boolean;
}

/** One of several, as radio buttons large enough for a thumb. */
export function Choices<V extends string>({ id, legend, hint, error, choices, value, onChange, legendHidden = false }: ChoicesProps<V>) {
  const text = useKitText();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset className={error ? 'choices field-error' : 'choices'} aria-describedby={described}>
      <legend className={legendHidden ? 'visually-hidden' : undefined}>{legend}</legend>
      {hint && <p id={`${id}-hint`} className="field-hint">{hint}</p>}
      {error && (
        <p id={`${id}-error`} className="field-message">
          <span className="visually-hidden">{text('errorPrefix')}</span>
          {error}
        </p>
      )}
      {choices.map((choice, index) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            id={index === 0 ? id : `${id}-${choice.value}`}
            name={id}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint && <span className="choice-hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface CheckProps {
  id: string;
  label: ReactNode;
  error?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export const Check = ({ id, label, error, checked, onChange }: CheckProps) => {
  const text = useKitText();
  return (
    <div className={error ? 'choices field-error' : 'choices'}>
      {error && (
        <p id={`${id}-error`} className="field-message">
          <span className="visually-hidden">{text('errorPrefix')}</span>
          {error}
        </p>
      )}
      <label className="choice">
        <input
          type="checkbox"
          id={id}
          checked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
    </div>
  );
};
