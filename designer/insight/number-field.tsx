import { useState } from 'react';

/** A figure of the plan; what is no number, or too small or large, stays until it is one. */
export const NumberField = ({ id, label, least, most, value, onChange }: { id: string; label: string; least: number; most: number; value: number; onChange: (value: number) => void }) => {
  const [typed, setTyped] = useState(String(value));
  const read = (given: string): number | undefined => {
    const number = Number(given.replace(',', '.'));
    return given.trim() !== '' && number >= least && number <= most ? number : undefined;
  };
  return (
    <div className="sim-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id} className="control number" inputMode="decimal" value={typed} aria-invalid={read(typed) === undefined || undefined}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const number = read(currentTarget.value);
          if (number !== undefined) onChange(number);
        }}
      />
    </div>
  );
};
