import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react';
import { useKitText } from './words.ts';
import './field.css';

interface FrameProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  children: ReactNode;
}

/** Label, hint, error, control: in this order, on every page. */
export const Field = ({ id, label, hint, error, optional = false, children }: FrameProps) => {
  const text = useKitText();
  return (
    <div className={error ? 'field field-error' : 'field'}>
      <label htmlFor={id}>
        {label} {optional && <span className="field-optional">{text('optional')}</span>}
      </label>
      {hint && <p id={`${id}-hint`} className="field-hint">{hint}</p>}
      {error && (
        <p id={`${id}-error`} className="field-message">
          <span className="visually-hidden">{text('errorPrefix')}</span>
          {error}
        </p>
      )}
      {children}
    </div>
  );
};

const described = (id: string, hint: ReactNode, error: string | undefined) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

type Own = Omit<FrameProps, 'children'>;

export const TextField = ({ label, hint, error, optional = false, ...input }: Own & InputHTMLAttributes<HTMLInputElement>) => (
  <Field id={input.id} label={label} hint={hint} error={error} optional={optional}>
    <input {...input} className="control" aria-invalid={error ? true : undefined} aria-describedby={described(input.id, hint, error)} />
  </Field>
);

export const TextArea = ({ label, hint, error, optional = false, ...input }: Own & TextareaHTMLAttributes<HTMLTextAreaElement>) => (
  <Field id={input.id} label={label} hint={hint} error={error} optional={optional}>
    <textarea rows={4} {...input} className="control" aria-invalid={error ? true : undefined} aria-describedby={described(input.id, hint, error)} />
  </Field>
);
