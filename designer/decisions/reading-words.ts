import type { Text } from '../words.ts';
import type { ReadingWords } from './cell-reading.ts';

/** The sentences of cell-reading.ts in the language of the page. */
export const readingWords = (text: Text): ReadingWords => ({
  any: text('readAny'), or: text('readOr'), not: (inside) => text('readNot', { inside }), between: (from, to) => text('readBetween', { from, to }), yes: text('readYes'), no: text('readNo'),
  compare: { '<': (value) => text('readBelow', { value }), '<=': (value) => text('readMost', { value }), '>': (value) => text('readAbove', { value }), '>=': (value) => text('readLeast', { value }) },
  days: { '<': (value) => text('readBeforeDay', { value }), '<=': (day) => text('untilDay', { day }), '>': (value) => text('readAfterDay', { value }), '>=': (day) => text('sinceDay', { day }) },
});

const known = ['code', 'kind', 'name', 'nameVi', 'nameEn', 'quantity', 'unitPrice', 'amount', 'basis', 'lines', 'total', 'waived', 'limit', 'unit', 'unitKind', 'reason'] as const;

/** An output in words, where it is one of those that every procedure has. */
export const outputWord = (text: Text, name: string): string => ((known as readonly string[]).includes(name) ? text(`output_${name}` as 'output_code') : name);
