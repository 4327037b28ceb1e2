import type { ArrayFieldTemplateProps } from '@rjsf/utils';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { fieldOf } from '../field-path.ts';
import { inSentence } from '../text.ts';
import { controlId, useAsking } from './asking.ts';
import { Frame } from './frame.tsx';
import { Import } from './spreadsheet/import.tsx';

/** A repeating group: one card per row, a button that adds one, a file to fill it from, and a voice that says what happened. */
export function Rows({ fieldPathId, items, onAddClick, canAdd }: ArrayFieldTemplateProps) {
  const { expanded, lang, say, readOnly, replace } = useAsking();
  const path = fieldPathId.path.join('.');
  const field = expanded.fields.get(fieldOf(path));
  const box = useRef<HTMLDivElement>(null);
  const count = useRef(items.length);
  /** A file has just been read: what it brought is told there, and nobody is taken to the last row. */
  const read = useRef(false);
  const [said, setSaid] = useState('');
  const name = (field?.ui.rowLabel ?? field?.ui.label)?.[lang] ?? '';
  useEffect(() => {
    const before = count.current;
    count.current = items.length;
    if (items.length === before || read.current) {
      read.current = false;
      return;
    }
    const grown = items.length > before;
    const cards = box.current?.querySelectorAll<HTMLElement>(':scope > .form-row') ?? [];
    const target = grown ? cards[items.length - 1]?.querySelector<HTMLElement>('input,select,textarea') : document.getElementById(controlId(path));
    target?.focus();
    setSaid(say(grown ? 'added' : 'removed', { what: grown ? `${name} ${items.length}` : name }));
  }, [items.length, name, path, say]);
  if (!field) return null;
  return (
    <Frame field={field} path={path} id={controlId(path)} framing="legend">
      {(describedBy) => (
        <div ref={box} className="form-rows">
          {field.ui.spreadsheet && !readOnly && (
            <Import
              field={field} count={items.length}
              onRead={(rows) => {
                read.current = true;
                replace(path, rows);
              }}
            />
          )}
          {items}
          {canAdd && !readOnly && (
            <Button id={controlId(path)} aria-describedby={describedBy} onClick={onAddClick}>
              <Plus className="icon" aria-hidden="true" /> {say('add', { what: inSentence(name) })}
            </Button>
          )}
          <output className="visually-hidden">{said}</output>
        </div>
      )}
    </Frame>
  );
}
