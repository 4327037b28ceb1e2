interface TogglesProps<V extends string> {
  legend: string;
  hint?: string;
  items: readonly { readonly value: V; readonly label: string }[];
  chosen: readonly V[];
  onChange: (chosen: readonly V[]) => void;
}

/** Any of a few, in the order of the list. */
export function Toggles<V extends string>({ legend, hint, items, chosen, onChange }: TogglesProps<V>) {
  return (
    <fieldset className="panel-group">
      <legend>{legend}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {items.map(({ value, label }) => (
        <label key={value} className="panel-check">
          <input
            type="checkbox" checked={chosen.includes(value)}
            onChange={({ target }) => onChange(items.map((item) => item.value).filter((one) => (one === value ? target.checked : chosen.includes(one))))}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
