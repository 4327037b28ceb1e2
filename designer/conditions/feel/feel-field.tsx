import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Field } from '../../../ui/field.tsx';
import { useText } from '../../words.ts';
import { useSettled } from '../../forms/use-settled.ts';
import type { AnswerKind } from '../../../forms/answer-kind.ts';
import { complete, completionsAt, signature, type Completion, type Offered } from './completions.ts';
import { feelFault } from './fault.ts';
import { FeelPicker } from './feel-picker.tsx';

/** A question as a formula knows it. */
export interface FeelName {
  readonly name: string;
  readonly kind: AnswerKind;
  readonly label: string;
}

interface FeelFieldProps {
  id: string;
  label: string;
  value: string;
  names: readonly FeelName[];
  /** Whether there may be names that are not known here. */
  open?: boolean;
  /** Handed on when the field is left: what hangs on it is much. */
  late?: boolean;
  onChange: (value: string) => void;
}

/** A formula with completion as it is typed: arrow keys choose, Enter or Tab takes, Escape closes; what is wrong is told with its place. */
export const FeelField = ({ id, label, value: kept, names, open: isOpen = false, late = false, onChange }: FeelFieldProps) => {
  const text = useText();
  const { typed: value, type, settle } = useSettled(kept, onChange, late);
  const list = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState(false);
  const [caret, setCaret] = useState(value.length);
  const [chosen, setChosen] = useState(0);
  const items = open ? completionsAt(value, caret, names) : [];
  const active = items[Math.min(chosen, items.length - 1)];
  const fault = feelFault(text, value, isOpen ? undefined : names.map(({ name }) => name));
  const put = (item: Completion, at = caret) => {
    const next = complete(value, at, item);
    type(next.text);
    setOpen(false);
    setCaret(next.caret);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key === ' ') setOpen(true);
    else if (!active) return;
    else if (event.key === 'ArrowDown') setChosen((chosen + 1) % items.length);
    else if (event.key === 'ArrowUp') setChosen((chosen + items.length - 1) % items.length);
    else if (event.key === 'Enter' || event.key === 'Tab') put(active);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
  };
  const kindWord = (item: Completion) => (item.kind === 'function' ? text(`feel_${item.name.replaceAll(' ', '_')}` as 'feel_sum') : `${names.find(({ name }) => name === item.name)?.label ?? ''} · ${text(`answer_${names.find(({ name }) => name === item.name)?.kind ?? 'other'}`)}`);
  return (
    <div className="feel">
      <Field id={id} label={label} hint={text('feelHint')} error={fault}>
        <textarea
          ref={box} id={id} className="control" rows={2} spellCheck={false} autoComplete="off" autoCapitalize="none" data-code value={value}
          aria-autocomplete="list" aria-controls={active ? list : undefined} aria-activedescendant={active ? `${list}-${items.indexOf(active)}` : undefined}
          aria-invalid={fault ? true : undefined} aria-describedby={`${id}-hint${fault ? ` ${id}-error` : ''}`}
          onChange={({ target }) => { setCaret(target.selectionStart); setChosen(0); setOpen(true); type(target.value); }}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)} onKeyDown={keys} onBlur={() => { setOpen(false); settle(); }}
        />
      </Field>
      {active && (
        <div id={list} role="listbox" tabIndex={-1} className="feel-list" aria-label={text('feelCompletions')}>
          {items.map((item, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the text above, which keeps the focus
            <div key={`${item.kind} ${item.name}`} id={`${list}-${index}`} role="option" tabIndex={-1} aria-selected={item === active} onMouseDown={(event) => event.preventDefault()} onClick={() => put(item)}>
              <code>{item.kind === 'function' ? signature(item.name as Offered) : item.name}</code> <span className="small">{kindWord(item)}</span>
            </div>
          ))}
        </div>
      )}
      <output className="visually-hidden">{active ? text('feelCount', { count: items.length }) : ''}</output>
      <FeelPicker id={id} names={names} onPick={(item) => put(item)} />
    </div>
  );
};
