import type { Data, Json } from '../engine/state.ts';
import type { FieldId } from './form.ts';

/** Where one value stands in an answer: `work.floors.0.area`. A field id with its rows filled in. */
export type FieldPath = string;

/** Data under construction; what leaves the module is read-only again. */
export type Draft = { [key: string]: Json };

/** `work.floors.0.area` → `work.floors[].area`. */
export const fieldOf = (path: FieldPath): FieldId => path.replace(/\.(\d+)(?=\.|$)/g, '[]');

/** `work.floors[].area` → `work.floors.area`, as FEEL names it. */
export const feelName = (id: FieldId): string => id.replaceAll('[]', '');

/** The fields that `id` lies in, nearest first: `work.floors[].area` → `work.floors`, `work`. */
export function ancestors(id: FieldId): FieldId[] {
  const parts = id.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('.').replace(/\[\]$/, ''));
}

export const isObject = (value: unknown): value is Draft => typeof value === 'object' && value !== null && !Array.isArray(value);

export function valueAt(data: Json | undefined, path: FieldPath): Json | undefined {
  let here: Json | undefined = data;
  for (const key of path === '' ? [] : path.split('.')) {
    if (Array.isArray(here)) here = here[Number(key)] as Json | undefined;
    else if (isObject(here) && Object.hasOwn(here, key)) here = here[key];
    else return undefined;
  }
  return here;
}

/** An index far out would make a list of billions of holes, and so would its `length`. */
const isRow = (rows: readonly Json[], key: string): boolean => /^\d{1,6}$/.test(key) && Number(key) <= rows.length;

/** Sets a value in place, making the objects on the way; `undefined` removes it. Rows must exist, or be the next one: elsewhere nothing is set. */
export function setAt(data: Draft, path: FieldPath, value: Json | undefined): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let here: Draft = data;
  for (const key of keys) {
    const inside = here[key];
    if (typeof inside === 'object' && inside !== null) here = inside as Draft;
    else if (value === undefined || Array.isArray(here)) return;
    else here = here[key] = {};
  }
  if (Array.isArray(here) && !isRow(here, last)) return;
  if (value === undefined) delete here[last];
  else here[last] = value;
}

/** The answer with one value changed, everything else shared with the old one. */
export function changed(data: Data, path: FieldPath, value: Json | undefined): Data {
  const copy = structuredClone(data) as Draft;
  setAt(copy, path, value);
  return copy;
}

/** Every place of a field in this answer: one, or one per row for a column. */
export function placesOf(data: Data, id: FieldId): FieldPath[] {
  const [head = '', ...rest] = id.split('[]');
  let places = [head];
  for (const part of rest) {
    places = places.flatMap((place) => {
      const rows = valueAt(data, place);
      return Array.isArray(rows) ? rows.map((_, index) => `${place}.${index}${part}`) : [];
    });
  }
  return places;
}

