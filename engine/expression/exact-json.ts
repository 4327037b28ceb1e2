import type { Json } from '../state.ts';
import { Decimal, numberOf, textOfNumber } from './decimal.ts';
import type { NumberAsJson } from './value.ts';

/** What ECMAScript's source text access for JSON adds, which TypeScript does not know yet. */
const { rawJSON } = JSON as typeof JSON & { rawJSON(text: string): Json };

/** A number with all of its digits, for JSON.stringify alone: JSON itself sets no limit to them (RFC 8259, 6). */
export const exactJson: NumberAsJson = (value) => rawJSON(textOfNumber(value));

/** Reads numbers as they are written, one that no double holds as a Decimal, though it has more digits than FEEL calculates with: for JSON.parse. */
export const exactly = (_name: string, value: unknown, { source }: { readonly source?: string }): unknown => {
  if (typeof value !== 'number' || source === undefined) return value;
  return isKept(source) ? numberOf(source) : new Decimal(source);
};

/** Whether FEEL holds the number as it is written: in 34 digits, neither too large nor too close to nothing. */
const isKept = (source: string): boolean => {
  if (source.length <= 15 && !/e/i.test(source)) return true;
  const written = new Decimal(source);
  return written.isFinite() && written.precision() <= 34 && (!written.isZero() || !/^[^e]*[1-9]/i.test(source));
};

/** Reads only numbers that FEEL holds as they are written: for JSON.parse where decimals are kept. Throws `Rounded` for others. */
export const inDecimals = (name: string, value: unknown, context: { readonly source?: string }): unknown => {
  if (typeof value === 'number' && context.source !== undefined && !isKept(context.source)) throw new Rounded(context.source);
  return exactly(name, value, context);
};

/** A number that would be rounded unseen. */
export class Rounded extends RangeError {
  /** The number as it is written, the first of it. */
  readonly digits: string;

  constructor(source: string) {
    const digits = source.slice(0, 60);
    super(`the number ${digits} has more digits than are kept exactly, or is too large`);
    this.digits = digits;
  }
}

/** Reads only numbers that are kept as they are written: for JSON.parse where doubles are kept. Throws `Rounded` for others. */
export const unrounded = (name: string, value: unknown, context: { readonly source?: string }): unknown => {
  const read = exactly(name, value, context);
  if (read instanceof Decimal) throw new Rounded(context.source ?? '');
  return read;
};

/** The JSON in a text whose numbers are all kept as they are written. Throws SyntaxError or `Rounded`. */
export const parseUnrounded = (text: string): unknown => JSON.parse(text, unrounded as Parameters<typeof JSON.parse>[1]);
