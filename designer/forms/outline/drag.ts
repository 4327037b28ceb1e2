import { useState, type DragEvent } from 'react';
import { isNewKind, type NewKind } from '../edit/library.ts';
import { placeOf } from '../edit/move.ts';
import { useEditing } from '../editing.ts';
import { useActs } from './acts.ts';

const mime = 'application/x-motcua-question';

/** A place in the outline under the pointer: before a question, or at the end of a page. */
interface Spot {
  readonly page: string;
  readonly at: number;
  /** Row to draw the line at, and on which side. */
  readonly row: string;
  readonly after: boolean;
}

/** What is carried: a question of the form, or a kind out of the library. */
export const carry = (event: DragEvent, what: string | NewKind) => {
  event.dataTransfer.setData(mime, what);
  event.dataTransfer.setData('text/plain', what);
  event.dataTransfer.effectAllowed = 'copyMove';
};

/** Dropping questions into the outline. Whatever it does, buttons and keys do as well. */
export function useDrop() {
  const { form, place } = useEditing();
  const acts = useActs();
  const [spot, setSpot] = useState<Spot>();
  const under = (event: DragEvent): Spot | undefined => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-drop]') : null;
    if (!row) return undefined;
    const [page = '', id] = (row.dataset['drop'] ?? '').split(' ');
    const fields = form.ui.pages.find((one) => one.id === page)?.fields ?? [];
    if (id === undefined) return { page, at: fields.length, row: row.id, after: true };
    const box = row.getBoundingClientRect();
    const after = event.clientY > box.top + box.height / 2;
    return { page, at: fields.indexOf(id) + (after ? 1 : 0), row: row.id, after };
  };
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(mime)) return;
    const next = under(event);
    if (!next) return;
    event.preventDefault();
    if (next.row !== spot?.row || next.after !== spot.after) setSpot(next);
  };
  const drop = (event: DragEvent) => {
    const what = event.dataTransfer.getData(mime);
    const to = under(event);
    setSpot(undefined);
    if (what === '' || !to) return;
    event.preventDefault();
    if (isNewKind(what)) return place({ kind: what, page: to.page, at: to.at });
    const from = placeOf(form, what);
    if (from) acts.moveTo(what, to.page, from.page === to.page && from.at < to.at ? to.at - 1 : to.at);
  };
  return { spot, handlers: { onDragOver: over, onDrop: drop, onDragLeave: () => setSpot(undefined), onDragEnd: () => setSpot(undefined) } };
}
