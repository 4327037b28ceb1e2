/** Several of a list, each on or off. `of` says what they belong to, where the eye sees it and the ear does not. */
export const Ticks = ({ legend, of, hint, items, chosen, onToggle }: { legend: string; of?: string; hint?: string; items: readonly { readonly value: string; readonly label: string }[]; chosen: readonly string[]; onToggle: (value: string) => void }) => {
  const unknown = chosen.filter((value) => !items.some((item) => item.value === value)).map((value) => ({ value, label: value }));
  return (
    <details className="panel-more">
      <summary>{legend}{of && <span className="visually-hidden">: {of}</span>}{chosen.length > 0 && ` (${chosen.length})`}</summary>
      <fieldset className="panel-group">
        <legend className="visually-hidden">{legend}{of && `: ${of}`}</legend>
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
