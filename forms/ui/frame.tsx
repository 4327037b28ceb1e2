import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Field } from '../expand.ts';
import type { FieldPath } from '../field-path.ts';
import { useAsking } from './asking.ts';
import type { Framing } from './widget.ts';

interface FrameProps {
  readonly field: Field;
  readonly path: FieldPath;
  readonly id: string;
  readonly framing: Framing;
  readonly children: (describedBy: string | undefined) => ReactNode;
}

/** Label, hint, remark of the office, error, control, note: in this order around every widget. */
export function Frame({ field, path, id, framing, children }: FrameProps) {
  const { lang, say, errors, warnings, remarks, evaluation, only } = useAsking();
  const [error, warning, remark, hint] = [errors.get(path), warnings.get(path), remarks.get(path), field.ui.hint?.[lang]];
  const optional = field.widget !== 'output' && !evaluation.required.has(path) && !evaluation.computed.has(path) && field.schema.const === undefined;
  const describedBy = [hint && `${id}-hint`, remark && `${id}-remark`, error && `${id}-error`, warning && `${id}-note`].filter(Boolean).join(' ') || undefined;
  const heard = only === path ? 'visually-hidden' : undefined;
  const label = (
    <>
      {field.ui.label[lang]} {optional && <span className="field-optional">{say(field.ui.wanted ? 'wanted' : 'optional')}</span>}
    </>
  );
  const around = (
    <>
      {hint && <p id={`${id}-hint`} className="field-hint">{hint}</p>}
      {remark && <p id={`${id}-remark`} className="form-remark"><strong>{say('remark')}</strong>{remark}</p>}
      {error && (
        <p id={`${id}-error`} className="field-message">
          <CircleAlert className="icon" aria-hidden="true" /> <span className="visually-hidden">{say('errorPrefix')}</span>{error}
        </p>
      )}
    </>
  );
  const note = warning && <output id={`${id}-note`} className="form-note"><TriangleAlert className="icon" aria-hidden="true" /> {say('note')}{warning}</output>;
  const classes = `form-field form-field-${field.widget}${error ? ' field-error' : ''}`;
  if (framing === 'legend') {
    return (
      <div className={classes}>
        <fieldset className="choices" aria-describedby={describedBy}>
          <legend className={heard}>{label}</legend>
          {around}
          {children(describedBy)}
          {note}
        </fieldset>
      </div>
    );
  }
  return (
    <div className={framing === 'label' ? `field ${classes}` : classes}>
      {framing === 'label' && <label htmlFor={id} className={heard}>{label}</label>}
      {around}
      {children(describedBy)}
      {note}
    </div>
  );
}
