import type { Data, Json } from '../engine/state.ts';

/** Paths name a value in an application: "work.footprint", "floors.0.area". */
const UNSAFE = new Set(['__proto__', 'prototype', 'constructor']);

function partsOf(path: string): string[] {
  return path.split('.');
}

export function valueAt(data: Json, path: string): Json | undefined {
  let value: Json | undefined = data;
  for (const part of partsOf(path)) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined;
    value = (value as { readonly [key: string]: Json })[part];
  }
  return value;
}

/** The same data with one value put in its place; what is missing on the way is made. */
export function withValueAt(data: Data, path: string, value: Json): Data {
  const parts = partsOf(path);
  if (parts.some((part) => part === '' || UNSAFE.has(part))) throw new RangeError(`expected the path of a field such as "work.footprint", but got "${path}"`);
  return put(data, parts, value) as Data;
}

function put(holder: Json | undefined, [part, ...rest]: readonly string[], value: Json): Json {
  if (part === undefined) return value;
  if (Array.isArray(holder)) {
    const index = Number(part);
    if (!Number.isInteger(index) || index < 0 || index > holder.length) throw new RangeError(`expected the number of an entry, at most ${holder.length}, but got "${part}"`);
    return [...holder.slice(0, index), put(holder[index], rest, value), ...holder.slice(index + 1)];
  }
  const fields = holder !== null && typeof holder === 'object' ? (holder as Data) : {};
  return { ...fields, [part]: put(Object.hasOwn(fields, part) ? fields[part] : undefined, rest, value) };
}
