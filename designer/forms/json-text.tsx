import { useText } from '../words.ts';
import type { Reading } from './read-form.ts';

/** The form file itself. What is typed is kept even while it is not valid. */
export const JsonText = ({ source, reading, onChange }: { source: string; reading: Reading; onChange: (text: string) => void }) => {
  const text = useText();
  const fault = 'fault' in reading ? reading : undefined;
  return (
    <div className="field">
      <label htmlFor="form-json">{text('jsonLabel')}</label>
      <p id="form-json-hint" className="field-hint">{text('jsonHint')}</p>
      <p id="form-json-error" className={fault ? 'field-message' : 'visually-hidden'} aria-live="polite">{fault && <>{text(fault.fault === 'json' ? 'notJson' : 'notForm')} <span lang="en">{fault.detail}</span></>}</p>
      <textarea id="form-json" className="control form-json" spellCheck={false} autoComplete="off" rows={32} wrap="off" value={source} aria-invalid={fault ? true : undefined} aria-describedby="form-json-hint form-json-error" onChange={(event) => onChange(event.target.value)} />
    </div>
  );
};
