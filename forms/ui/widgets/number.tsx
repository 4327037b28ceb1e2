import { useState } from 'react';
import type { Json } from '../../../engine/state.ts';
import { formatNumber, parseNumber } from '../../number.ts';
import { useAsking } from '../asking.ts';
import type { WidgetProps } from '../widget.ts';

const written = (value: Json | undefined) => (typeof value === 'number' ? formatNumber(value) : typeof value === 'string' ? value : '');
const read = (text: string): Json | undefined => (text.trim() === '' ? undefined : (parseNumber(text) ?? text));

/** A number as people write it, "1.234,5"; what cannot be read stays for the validator to complain of. */
export function NumberWidget({ field, id, value, onChange, invalid, describedBy }: WidgetProps) {
  const { lang, readOnly } = useAsking();
  const [typed, setTyped] = useState<string>();
  const unit = field.ui.unit?.[lang];
  const text = typed !== undefined && read(typed) === value ? typed : written(value);
  return (
    <span className="form-number">
      <input
        id={id}
        className="control control-number"
        type="text"
        inputMode={field.ui.inputmode ?? (field.schema.type === 'integer' ? 'numeric' : 'decimal')}
        autoComplete="off"
        readOnly={readOnly}
        value={text}
        aria-invalid={invalid || undefined}
        aria-describedby={[unit && `${id}-unit`, describedBy].filter(Boolean).join(' ') || undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(read(target.value));
        }}
        onBlur={() => setTyped(undefined)}
      />
      {unit && <span className="form-unit" id={`${id}-unit`}>{unit}</span>}
    </span>
  );
}
