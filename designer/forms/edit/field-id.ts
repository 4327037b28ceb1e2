import type { FieldId, Form, Page, Schema } from '../../../forms/form.ts';
import { keyOf } from '../../../procedures/key-of.ts';
import { keysOf, schemaAt } from './schema-at.ts';

const fieldName = /^[a-z][A-Za-z0-9]*(\[\])?(\.[a-z][A-Za-z0-9]*(\[\])?)*$/;
const longest = 40;

/** Why a new question cannot have this id; nothing when it can. */
export const idFault = (form: Form, id: string): 'blank' | 'shape' | 'taken' | 'inside' | undefined => {
  if (id.trim() === '') return 'blank';
  if (!fieldName.test(id) || id.endsWith('[]') || id.length > 120) return 'shape';
  if (schemaAt(form.schema, id)) return 'taken';
  const owner = keysOf(id).slice(0, -1).reduce<Schema | undefined>((found, key) => {
    if (key === '[]') return found?.items;
    if (found === undefined || found.$ref !== undefined || found.type !== 'object') return undefined;
    return found.properties?.[key] ?? { type: 'object' };
  }, form.schema);
  return owner === undefined || owner.$ref !== undefined || owner.type !== 'object' ? 'inside' : undefined;
};

/** "Diện tích đất" → "dienTichDat". */
export const idFrom = (label: string): string =>
  keyOf(label).split('-').map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('').slice(0, longest);

/** The group that most questions of a page lie in, so that a new one joins them: `owner` of `owner.name`. */
export function groupOf(page: Page): FieldId | undefined {
  const last = page.fields.at(-1);
  const group = last?.includes('.') ? last.slice(0, last.lastIndexOf('.')) : undefined;
  return group !== undefined && page.fields.every((id) => id.startsWith(`${group}.`)) ? group : undefined;
}

/** An id that is free: the wish itself, or with the next number. */
export function freeId(form: Form, wish: FieldId): FieldId {
  if (idFault(form, wish) !== 'taken') return wish;
  const stem = wish.replace(/\d+$/, '');
  for (let number = 2; ; number += 1) if (idFault(form, `${stem}${number}`) !== 'taken') return `${stem}${number}`;
}

/** An id for a question with this label, inside a group or a row when one is given. */
export const proposedId = (form: Form, label: string, inside: FieldId | undefined): FieldId => {
  const name = idFrom(label) || 'question';
  return freeId(form, inside === undefined ? name : `${inside}.${name}`);
};
