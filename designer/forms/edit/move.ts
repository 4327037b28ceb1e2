import type { FieldId, Form, Schema } from '../../../forms/form.ts';
import { changePage } from './pages.ts';
import { changeAt, keysOf, ownerOf, schemaAt } from './schema-at.ts';

/** Where a question stands: its page and its place there, counted from nought. */
export const placeOf = (form: Form, id: FieldId): { readonly page: string; readonly at: number; readonly of: number } | undefined => {
  const page = form.ui.pages.find(({ fields }) => fields.includes(id));
  return page && { page: page.id, at: page.fields.indexOf(id), of: page.fields.length };
};

/** To a place on a page, counted without the question itself; beyond the end is the end. */
export function moveFieldTo(form: Form, id: FieldId, pageId: string, at: number): Form {
  const from = placeOf(form, id);
  if (!from || !form.ui.pages.some(({ id: one }) => one === pageId)) return form;
  const without = changePage(form, from.page, (page) => ({ ...page, fields: page.fields.filter((one) => one !== id) }));
  return changePage(without, pageId, (page) => ({ ...page, fields: page.fields.toSpliced(at, 0, id) }));
}

/** One place up or down; past the end of a page onto the next one. A column moves among those of its row. The ends hold. */
export function moveField(form: Form, id: FieldId, by: -1 | 1): Form {
  if (id.includes('[]')) return moveColumn(form, id, by);
  const from = placeOf(form, id);
  if (!from) return form;
  const to = from.at + by;
  if (to >= 0 && to < from.of) return moveFieldTo(form, id, from.page, to);
  return moveToNextPage(form, id, by);
}

/** Onto the page before, at its end, or onto the page after, at its beginning. The ends hold. */
export function moveToNextPage(form: Form, id: FieldId, by: -1 | 1): Form {
  const { pages } = form.ui;
  const next = pages[pages.findIndex(({ fields }) => fields.includes(id)) + by];
  return placeOf(form, id) && next ? moveFieldTo(form, id, next.id, by < 0 ? next.fields.length : 0) : form;
}

/** Columns stand in the order of the schema. */
function moveColumn(form: Form, id: FieldId, by: -1 | 1): Form {
  const { owner, name } = ownerOf(id);
  const swapped = ({ properties = {}, ...rest }: Schema): Schema => {
    const all = Object.entries(properties);
    const from = all.findIndex(([key]) => key === name);
    const [one, to] = [all[from], from + by];
    return { ...rest, properties: one && to >= 0 && to < all.length ? Object.fromEntries(all.toSpliced(from, 1).toSpliced(to, 0, one)) : properties };
  };
  const schema = schemaAt(form.schema, id) && changeAt(form.schema, owner, swapped);
  return schema ? { ...form, schema } : form;
}

/** The columns of a repeating group, in their order. */
export const columnsOf = (form: Form, id: FieldId): FieldId[] => Object.keys(schemaAt(form.schema, [...keysOf(id), '[]'].join('.'))?.properties ?? {}).map((name) => `${id}[].${name}`);
