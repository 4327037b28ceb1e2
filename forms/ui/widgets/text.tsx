import { useAsking } from '../asking.ts';
import type { WidgetProps } from '../widget.ts';

const widthOf = (maxLength: unknown) => (typeof maxLength === 'number' && maxLength <= 20 ? 'control control-short' : 'control');

/** One line as it is typed; tidied only when the page is sent. */
export function TextWidget({ field, id, value, onChange, invalid, describedBy }: WidgetProps) {
  const { readOnly } = useAsking();
  const { ui, schema } = field;
  return (
    <input
      id={id}
      className={ui.inputmode === 'numeric' || ui.inputmode === 'tel' ? 'control control-short' : widthOf(schema.maxLength)}
      type={ui.inputmode === 'email' ? 'email' : ui.inputmode === 'tel' ? 'tel' : 'text'}
      inputMode={ui.inputmode}
      autoComplete={ui.autocomplete ?? 'off'}
      spellCheck={false}
      readOnly={readOnly}
      value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    />
  );
}

export function TextareaWidget({ field, id, value, onChange, invalid, describedBy }: WidgetProps) {
  const { readOnly } = useAsking();
  return (
    <textarea
      id={id}
      className="control"
      rows={5}
      autoComplete={field.ui.autocomplete ?? 'off'}
      readOnly={readOnly}
      value={typeof value === 'string' ? value : ''}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    />
  );
}
