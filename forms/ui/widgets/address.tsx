import { isObject } from '../../field-path.ts';
import { useAsking } from '../asking.ts';
import type { WidgetProps } from '../widget.ts';

const order = ['province', 'commune', 'neighbourhood', 'street', 'houseNo', 'detail'];

/** An address in its parts, the largest first; the city stands there already. */
export function AddressWidget({ field, path, value, onChange, ask }: WidgetProps) {
  const { expanded } = useAsking();
  const whole = isObject(value) ? value : {};
  const parts = order.flatMap((key) => {
    const part = expanded.fields.get(`${field.id}.${key}`);
    return part ? [{ key, part }] : [];
  });
  const fixed = Object.fromEntries(parts.flatMap(({ key, part }) => (part.schema.const === undefined ? [] : [[key, part.schema.const]])));
  return (
    <div className="form-address">
      {parts.map(({ key, part }) =>
        ask(key, {
          field: part,
          path: `${path}.${key}`,
          value: whole[key] ?? fixed[key],
          onChange: (next) => {
            const { [key]: _, ...others } = whole;
            onChange({ ...fixed, ...others, ...(next === undefined ? {} : { [key]: next }) });
          },
        }),
      )}
    </div>
  );
}
