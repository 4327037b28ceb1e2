import type { Json } from '../state.ts';
import { Decimal, numberOf, textOfNumber } from './decimal.ts';
import type { NumberAsJson } from './value.ts';

/** What ECMAScript's source text access for JSON adds, which TypeScript does not know yet. */
const { rawJSON } = JSON as typeof JSON & { rawJSON(text: string): Json };

/** A number with all of its digits, for JSON.stringify alone: JSON itself sets no limit to them (RFC 8259, 6). */
export const exactJson: NumberAsJson = (value) => rawJSON(textOfNumber(value));

/** Reads numbers with all of their digits: for JSON.parse. */
export const exactly = (_name: string, value: unknown, { source }: { readonly source?: string }): unknown => (typeof value === 'number' && source !== undefined ? numberOf(source) ?? value : value);

/** Reads only numbers that are kept as they are written: for JSON.parse where doubles are kept. Throws for others, which would be rounded unseen. */
export const unrounded = (name: string, value: unknown, context: { readonly source?: string }): unknown => {
  const read = exactly(name, value, context);
  if (read instanceof Decimal) throw new RangeError(`the number ${context.source?.slice(0, 60)} has more digits than are kept exactly, or is too large`);
  return read;
};
