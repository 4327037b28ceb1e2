import type { Json } from '../state.ts';
import { numberOf, textOfNumber } from './decimal.ts';
import type { NumberAsJson } from './value.ts';

/** What ECMAScript's source text access for JSON adds, which TypeScript does not know yet. */
const { rawJSON } = JSON as typeof JSON & { rawJSON(text: string): Json };

/** A number with all of its digits, for JSON.stringify alone: JSON itself sets no limit to them (RFC 8259, 6). */
export const exactJson: NumberAsJson = (value) => rawJSON(textOfNumber(value));

/** Reads numbers with all of their digits: for JSON.parse. */
export const exactly = (_name: string, value: unknown, { source }: { readonly source?: string }): unknown => (typeof value === 'number' && source !== undefined ? numberOf(source) ?? value : value);
