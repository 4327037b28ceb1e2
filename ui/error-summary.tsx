import { useEffect, useRef, type MouseEvent } from 'react';
import { useKitText } from './words.ts';
import './error-summary.css';

export interface PageError {
  /** Id of the element to go to; absent for an error of the whole page. */
  readonly id?: string | undefined;
  readonly message: string;
}

const goTo = (event: MouseEvent, id: string) => {
  const target = document.getElementById(id);
  if (!target) return;
  event.preventDefault();
  const focusable = target.matches('input,select,textarea,button,a,[tabindex]')
    ? target
    : target.querySelector<HTMLElement>('input,select,textarea,button,[tabindex]');
  (target.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${CSS.escape(id)}"]`) ?? target).scrollIntoView();
  (focusable ?? target).focus({ preventScroll: true });
};

/** On top of a page after a refused submit: takes the focus and links to each place to correct. */
export const ErrorSummary = ({ errors, title }: { errors: readonly PageError[]; title?: string }) => {
  const text = useKitText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length === 0) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'start' });
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title ?? text('errorSummary')}</h2>
      <ul>
        {errors.map(({ id, message }, index) => (
          <li key={index}>{id ? <a href={`#${id}`} onClick={(event) => goTo(event, id)}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
};
