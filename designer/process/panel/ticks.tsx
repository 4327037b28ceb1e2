/** Several of a list, each on or off. */
export const Ticks = ({ legend, hint, items, chosen, onToggle }: { legend: string; hint?: string; items: readonly { readonly value: string; readonly label: string }[]; chosen: readonly string[]; onToggle: (value: string) => void }) => {
  const unknown = chosen.filter((value) => !items.some((item) => item.value === value)).map((value) => ({ value, label: value }));
  return (
    <details className="panel-more">
      <summary>{legend}{chosen.length > 0 && ` (${chosen.length})`}</summary>
      <fieldset className="panel-group">
        <legend className="visually-hidden">{legend}</legend>
        {hint && <p className="muted">{hint}</p>}
        {[...items, ...unknown].map(({ value, label }) => (
          <label key={value} className="panel-check">
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
            {label}
          </label>
        ))}
      </fieldset>
    </details>
  );
};
