import type { ArrayFieldItemTemplateProps } from '@rjsf/utils';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import type { Json } from '../../engine/state.ts';
import { display } from '../display.ts';
import { fieldOf, isObject, valueAt, type FieldPath } from '../field-path.ts';
import { inSentence } from '../text.ts';
import { useAsking, type Asking } from './asking.ts';

/** From so many questions in all rows on, those that come filled are folded: one line each, and their questions are not drawn. */
const few = 24;
/** Answers that tell one row from another. */
const mostTold = 3;

/** One row of a repeating group: its questions, or one line that says what it holds. */
export function Row({ children, buttonsProps, index, totalItems }: ArrayFieldItemTemplateProps) {
  const asking = useAsking();
  const { expanded, evaluation, errors, lang, say, readOnly } = asking;
  const place = buttonsProps.fieldPathId.path.join('.');
  const rows = fieldOf(place.replace(/\.\d+$/, ''));
  const ui = expanded.fields.get(rows)?.ui;
  const title = `${(ui?.rowLabel ?? ui?.label)?.[lang] ?? ''} ${index + 1}`;
  const row = valueAt(evaluation.value, place);
  const isFilled = isObject(row) && Object.keys(row).length > 0;
  const questions = [...expanded.fields.values()].filter(({ parent }) => parent === rows).length;
  // Decided as the row appears: who fills a new one is not interrupted.
  const [unfolded, setUnfolded] = useState(totalItems * questions <= few || !isFilled);
  const [of, setOf] = useState(totalItems);
  if (of !== totalItems) {
    setOf(totalItems);
    // Whoever adds another is done with this one: with many questions each, a phone would show a page of what is filled.
    if (of < totalItems && index < of && totalItems * questions > few && isFilled) setUnfolded(false);
  }
  const hasFault = [...errors.keys()].some((path) => path.startsWith(`${place}.`));
  const isOpen = hasFault || unfolded;
  return (
    <fieldset className={isOpen ? 'form-row' : 'form-row form-row-folded'}>
      <legend>{title}</legend>
      {isOpen ? children : <p className="form-row-told">{told(asking, place, row)}</p>}
      {!isOpen && (
        <Button kind="quiet" onClick={() => setUnfolded(true)} aria-label={say('openWhat', { what: inSentence(title) })}>
          <Pencil className="icon" aria-hidden="true" /> {say(readOnly ? 'show' : 'open')}
        </Button>
      )}
      {!readOnly && (
        <Button kind="quiet" onClick={buttonsProps.onRemoveItem} aria-label={say('removeWhat', { what: inSentence(title) })}>
          <Trash2 className="icon" aria-hidden="true" /> {say('remove')}
        </Button>
      )}
    </fieldset>
  );
}

const told = ({ expanded, lang, catalogues }: Asking, place: FieldPath, row: Json | undefined): string => {
  if (!isObject(row)) return '';
  const rows = fieldOf(place.replace(/\.\d+$/, ''));
  const lines = Object.entries(row).flatMap(([key, value]) => {
    const field = expanded.fields.get(`${rows}[].${key}`);
    return field?.kind === 'leaf' ? display(field, value, { expanded, lang, catalogues }).slice(0, 1) : [];
  });
  return lines.slice(0, mostTold).join(' · ');
};
