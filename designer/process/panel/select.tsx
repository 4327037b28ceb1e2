import { Field } from '../../../ui/field.tsx';

interface SelectProps {
  id: string;
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string) => void;
  hint?: string;
  error?: string | undefined;
}

/** One of a list. A value that the list does not have stays, shown as it is written. */
export const Select = ({ id, label, value, options, onChange, hint, error }: SelectProps) => (
  <Field id={id} label={label} hint={hint} error={error}>
    <select id={id} className="control" value={value} aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onChange(event.target.value)}>
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      {!options.some((option) => option.value === value) && <option value={value}>{value}</option>}
    </select>
  </Field>
);
