import type { Json } from '../../engine/state.ts';

/** What a person typed as a value: a number, true, false, a list … when it is written as one, else the text itself. */
export const valueIn = (typed: string): Json => {
  try {
    return JSON.parse(typed) as Json;
  } catch {
    return typed;
  }
};

/** Named values as JSON; null when it is none. */
export const objectIn = (typed: string): { readonly [name: string]: Json } | null => {
  const value = valueIn(typed);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { readonly [name: string]: Json }) : null;
};
