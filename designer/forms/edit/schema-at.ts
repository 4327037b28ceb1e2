import type { FieldId, Schema } from '../../../forms/form.ts';

/** `work.floors[].area` → the keys on the way; `[]` goes into the items. */
export const keysOf = (id: FieldId): string[] => id.replaceAll('[]', '.[]').split('.').filter((key) => key !== '');

const child = (schema: Schema | undefined, key: string): Schema | undefined => (key === '[]' ? schema?.items : schema?.properties?.[key]);

/** The schema at a place, as it is written in the form; nothing inside shared blocks. */
export const schemaAt = (schema: Schema, id: FieldId): Schema | undefined => keysOf(id).reduce<Schema | undefined>(child, schema);

/** Changes the schema at a place; gives `undefined` where the way leads through a shared block, which is not this form's. */
export function changeAt(schema: Schema, [key, ...rest]: readonly string[], by: (schema: Schema) => Schema): Schema | undefined {
  if (key === undefined) return by(schema);
  const inside = child(schema, key);
  const next = inside && changeAt(inside, rest, by);
  if (next === undefined) return undefined;
  return key === '[]' ? { ...schema, items: next } : { ...schema, properties: { ...schema.properties, [key]: next } };
}

/** Where a field is written: the way to the object that holds it, and its name there. */
export const ownerOf = (id: FieldId): { readonly owner: readonly string[]; readonly name: string } => {
  const keys = keysOf(id);
  return { owner: keys.slice(0, -1), name: keys.at(-1) ?? '' };
};

/** A field itself and what lies inside it. */
export const isInside = (id: FieldId, outer: FieldId): boolean => id === outer || id.startsWith(`${outer}.`) || id.startsWith(`${outer}[]`);
