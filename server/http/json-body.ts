import type { Json } from '../../engine/state.ts';
import { exactly } from '../../engine/expression/exact-json.ts';
import { Decimal } from '../../engine/expression/decimal.ts';
import { measure } from './json-measure.ts';

const maxDepth = 64;
const maxValues = 20_000;
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

export interface Fault { readonly fault: 'syntax' | 'depth' | 'size' | 'name' | 'duplicate' | 'number' | 'text'; readonly at: string }

/**
 * Reads JSON as we let it into the house: strings in NFC without NUL or lone surrogates, no member twice, no names that
 * reach prototypes, no number that JavaScript would round, at most 64 levels and 20,000 values.
 * The text is measured first: the parser's own time grows with what is in it.
 */
export function readJson(text: string): { readonly value: Json } | Fault {
  const { depth, members, values } = measure(text);
  if (depth > 10 * maxDepth) return { fault: 'depth', at: '' };
  if (values > maxValues) return { fault: 'size', at: '' };
  let parsed: unknown;
  try {
    // Numbers with all of their digits: one that no double holds as it is written stays a decimal, which is refused below.
    parsed = JSON.parse(text, exactly as Parameters<typeof JSON.parse>[1]);
  } catch {
    return { fault: 'syntax', at: '' };
  }
  const seen = { members: 0 };
  const faults: Fault[] = [];
  const value = clean(parsed, '', 0, seen, faults);
  const first = faults[0];
  if (first !== undefined) return first;
  // More members written than read: a name came twice.
  return members === seen.members ? { value } : { fault: 'duplicate', at: '' };
}

function clean(value: unknown, at: string, depth: number, seen: { members: number }, faults: Fault[]): Json {
  const fail = (fault: Fault['fault']): null => {
    faults.push({ fault, at });
    return null;
  };
  if (faults.length > 0) return null;
  if (typeof value === 'string') return isStorable(value) ? value.normalize('NFC') : fail('text');
  if (typeof value === 'number') return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) ? value : fail('number');
  if (value instanceof Decimal) return fail('number');
  if (value === null || typeof value !== 'object') return value as boolean | null;
  if (depth >= maxDepth) return fail('depth');
  if (Array.isArray(value)) return value.map((item, index) => clean(item, `${at}/${index}`, depth + 1, seen, faults));
  const result: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) {
    seen.members += 1;
    if (forbiddenNames.has(name) || !isStorable(name)) return fail('name');
    result[name.normalize('NFC')] = clean(member, `${at}/${name}`, depth + 1, seen, faults);
  }
  return result;
}

/**
 * Databases and PDF fonts can keep it: well-formed Unicode without NUL. No script stacks more than ten marks on a letter,
 * and to normalise very many takes time with their square.
 */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000') && !/\p{M}{11}/u.test(text);
