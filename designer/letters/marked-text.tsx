import { Plus } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../words.ts';
import type { Lexicon } from './lexicon.ts';
import { NamePicker } from './name-picker.tsx';

interface MarkedTextProps {
  id: string;
  label: string;
  lexicon: Lexicon;
  /** As the template keeps it. */
  value: string;
  onChange: (stored: string) => void;
  optional?: boolean;
  /** What the check says of it, in words. */
  fault?: string | undefined;
}

const nameBefore = /«[^«»]*»$/;
const marks = /(«[^«»]*»|\{\{[\s\S]*?\}\})/;

/** A text with names in it: a plain field for typing, whose names are tinted where they stand. A name goes as a whole by one Backspace. */
export const MarkedText = ({ id, label, lexicon, value, onChange, optional = false, fault }: MarkedTextProps) => {
  const text = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  /** Nothing before it was asked for the first time: a letter has many texts. */
  const [picking, setPicking] = useState<boolean>();
  /** Where the caret goes once the dialog has given the focus back. */
  const caret = useRef<number>(undefined);
  const shown = lexicon.shown(value);
  const unknown = lexicon.unknown(shown);
  const error = unknown.length > 0 ? text('letterUnknownName', { names: unknown.map((name) => `«${name}»`).join(', ') }) : !optional && shown.trim() === '' ? text('textMissing') : fault;
  const replace = (from: number, to: number, by: string) => {
    onChange(lexicon.stored(shown.slice(0, from) + by + shown.slice(to)));
    caret.current = from + by.length;
  };
  const settle = () => {
    if (caret.current === undefined) return;
    area.current?.focus();
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  };
  // as the dialog closes, not when the browser tells of it: what is typed in between would press the button that opened it
  useLayoutEffect(() => {
    if (picking === false) settle();
  }, [picking]);
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const name = event.key === 'Backspace' && selectionStart === selectionEnd ? nameBefore.exec(shown.slice(0, selectionStart)) : null;
    if (name === null) return;
    event.preventDefault();
    replace(selectionStart - name[0].length, selectionStart, '');
    // after the new text stands
    setTimeout(settle);
  };
  return (
    <div className={error ? 'field field-error marked' : 'field marked'}>
      <label htmlFor={id}>{label} {optional && <span className="field-optional">{text('letterOptional')}</span>}</label>
      {error && <p id={`${id}-error`} className="field-message">{error}</p>}
      <div className="marked-box">
        <div className="marked-under" aria-hidden="true">{shown.split(marks).map((part, index) => (index % 2 === 1 ? <mark key={index} data-unknown={unknown.includes(part.slice(1, -1)) || undefined}>{part}</mark> : part))}{' '}</div>
        <textarea
          ref={area} id={id} className="control" rows={1} lang="vi" spellCheck={false} value={shown} aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(lexicon.stored(event.target.value.normalize('NFC')))} onKeyDown={keys}
        />
      </div>
      <Button small kind="quiet" aria-label={`${text('letterInsert')}: ${label}`} onClick={() => setPicking(true)}><Icon of={Plus} />{text('letterInsert')}</Button>
      {picking !== undefined && <NamePicker
        open={picking} lexicon={lexicon}
        onClose={() => setPicking(false)}
        onPick={(token) => {
          setPicking(false);
          const { selectionStart = shown.length, selectionEnd = shown.length } = area.current ?? {};
          replace(selectionStart, selectionEnd, token);
        }}
      />}
    </div>
  );
};
