import { useState } from 'react';
import type { Json } from '../../../engine/state.ts';
import { formatNumber, parseNumber } from '../../number.ts';
import { useAsking } from '../asking.ts';
import type { WidgetProps } from '../widget.ts';

/** A number as people write it in their language; what cannot be read stays for the validator to complain of. Money is written as it stands on the bill in both. */
export function NumberWidget({ field, id, value, onChange, invalid, describedBy }: WidgetProps) {
  const { lang, readOnly } = useAsking();
  const [typed, setTyped] = useState<string>();
  const isWhole = field.schema.type === 'integer' || field.widget === 'money';
  const written = (one: Json | undefined) => (typeof one === 'number' ? formatNumber(one, field.widget === 'money' ? 'vi' : lang) : typeof one === 'string' ? one : '');
  const read = (said: string): Json | undefined => (said.trim() === '' ? undefined : (parseNumber(said, lang, isWhole) ?? said));
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
