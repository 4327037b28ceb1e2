import { useState } from 'react';
import type { Json } from '../../../engine/state.ts';
import { useAsking } from '../asking.ts';
import type { WidgetProps } from '../widget.ts';

const written = (value: Json | undefined) => (Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '');

function read(text: string): Json | undefined {
  const numbers = text.split(/[,;]/).map((one) => one.trim()).filter((one) => one !== '');
  return numbers.length > 0 ? numbers : undefined;
}

/** Parcel numbers in one line, as they stand on a certificate: "12, 13-1". */
export function ParcelsWidget({ id, value, onChange, invalid, describedBy }: WidgetProps) {
  const { readOnly } = useAsking();
  const [typed, setTyped] = useState<string>();
  return (
    <input
      id={id}
      className="control"
      type="text"
      autoComplete="off"
      readOnly={readOnly}
      value={typed !== undefined && written(read(typed)) === written(value) ? typed : written(value)}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(read(target.value));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
