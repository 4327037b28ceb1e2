import { useState } from 'react';
import { useText } from '../words.ts';

/** A figure of the plan; what is no number, or too small or large, stays until it is one. */
export const NumberField = ({ id, label, least, most, value, onChange }: { id: string; label: string; least: number; most: number; value: number; onChange: (value: number) => void }) => {
  const text = useText();
  const [typed, setTyped] = useState(String(value));
  const read = (given: string): number | undefined => {
    const number = Number(given.replace(',', '.'));
    return given.trim() !== '' && number >= least && number <= most ? number : undefined;
  };
  const isWrong = read(typed) === undefined;
  return (
    <div className="sim-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id} className="control number" inputMode="decimal" value={typed} aria-invalid={isWrong || undefined} aria-describedby={isWrong ? `${id}-error` : undefined}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const number = read(currentTarget.value);
          if (number !== undefined) onChange(number);
        }}
      />
      {isWrong && <p id={`${id}-error`} className="field-message small">{text('simNumber', { least, most, value })}</p>}
    </div>
  );
};
