import { useState, type DragEvent } from 'react';
import type { Form } from '../../../forms/form.ts';
import { isNewKind, type NewKind } from '../edit/library.ts';
import { placeOf } from '../edit/move.ts';
import { rowId, useEditing, type Selected } from '../editing.ts';
import { useActs } from './acts.ts';

/** What is carried: a question, page or section of the form, or a kind out of the library. */
type Carried = Selected | { readonly kind: 'new'; readonly id: NewKind };

/** While it is carried, a browser tells of it the type alone: so the type says what it is. */
const mimes = { field: 'application/x-motcua-question', new: 'application/x-motcua-kind', page: 'application/x-motcua-page', section: 'application/x-motcua-section' } as const satisfies Record<Carried['kind'], string>;
type Kind = keyof typeof mimes;
const kinds = Object.keys(mimes) as Kind[];

/** A place in the outline under the pointer. */
interface Spot {
  /** Row to draw the line at, and on which side. */
  readonly row: string;
  readonly after: boolean;
  readonly section: string;
  /** For questions: the page, and which of its questions it will be. */
  readonly page: string;
  readonly at: number;
  /** For pages and sections: the one that it comes before; none for behind the last. */
  readonly before: string | undefined;
}

export const dropped = ({ after }: Pick<Spot, 'after'>): 'before' | 'after' => (after ? 'after' : 'before');

export const carry = (event: DragEvent, { kind, id }: Carried) => {
  event.dataTransfer.setData(mimes[kind], id);
  event.dataTransfer.setData('text/plain', id);
  event.dataTransfer.effectAllowed = 'copyMove';
};

/** Where something of that kind would go if it were let go over a row: questions over questions and at the end of pages, pages over pages and at the start of sections, sections over sections. */
function spotOf({ ui: { pages, sections } }: Form, kind: Kind, over: Selected, after: boolean): Spot | undefined {
  const page = over.kind === 'page' ? pages.find(({ id }) => id === over.id) : over.kind === 'field' ? pages.find(({ fields }) => fields.includes(over.id)) : undefined;
  const row = rowId(over);
  if (kind === 'section') {
    const names = Object.keys(sections);
    return over.kind === 'section' ? { row, after, section: over.id, page: '', at: 0, before: after ? names[names.indexOf(over.id) + 1] : over.id } : undefined;
  }
  if (kind === 'page') {
    const inside = pages.filter(({ section }) => section === (page?.section ?? over.id));
    if (over.kind === 'section') return { row, after: true, section: over.id, page: '', at: 0, before: inside[0]?.id };
    return over.kind === 'page' && page ? { row, after, section: page.section, page: '', at: 0, before: after ? inside[inside.indexOf(page) + 1]?.id : page.id } : undefined;
  }
  if (page === undefined) return undefined;
  const at = over.kind === 'page' ? page.fields.length : page.fields.indexOf(over.id) + (after ? 1 : 0);
  return { row, after: over.kind === 'page' || after, section: page.section, page: page.id, at, before: undefined };
}

/** Dropping questions, pages and sections into the outline. Whatever it does, buttons and keys do as well. */
export function useDrop() {
  const { form, place } = useEditing();
  const acts = useActs();
  const [spot, setSpot] = useState<Spot>();
  const under = (event: DragEvent, kind: Kind): Spot | undefined => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (!row) return undefined;
    const [over = '', id = ''] = (row.dataset['row'] ?? '').split(' ');
    const box = row.getBoundingClientRect();
    return spotOf(form, kind, { kind: over as Selected['kind'], id }, event.clientY > box.top + box.height / 2);
  };
  const kindOf = ({ dataTransfer: { types } }: DragEvent): Kind | undefined => kinds.find((kind) => types.includes(mimes[kind]));
  const over = (event: DragEvent) => {
    const kind = kindOf(event);
    const next = kind && under(event, kind);
    if (!next) return;
    event.preventDefault();
    if (next.row !== spot?.row || next.after !== spot.after) setSpot(next);
  };
  const drop = (event: DragEvent) => {
    const kind = kindOf(event);
    const to = kind && under(event, kind);
    setSpot(undefined);
    if (!kind || !to) return;
    event.preventDefault();
    const id = event.dataTransfer.getData(mimes[kind]);
    if (kind === 'new' && isNewKind(id)) place({ kind: id, page: to.page, at: to.at });
    else if (kind === 'field') {
      const from = placeOf(form, id);
      if (from) acts.moveTo(id, to.page, from.page === to.page && from.at < to.at ? to.at - 1 : to.at);
    } else if (kind === 'page' || kind === 'section') acts.placePart({ kind, id }, to);
  };
  return { spot, handlers: { onDragOver: over, onDrop: drop, onDragLeave: () => setSpot(undefined), onDragEnd: () => setSpot(undefined) } };
}
