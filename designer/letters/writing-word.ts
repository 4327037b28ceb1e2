import { ownWritings } from '../../procedures/letters/placeholder.ts';
import { writings } from '../../procedures/letters/writing.ts';
import type { Text } from '../words.ts';

/** Ways of writing a value, by the names that templates use. */
export const writingNames = [...Object.keys(writings), ...ownWritings] as readonly (keyof typeof writings | (typeof ownWritings)[number])[];

export const writingWord = (text: Text) => (writing: string): string => ((writingNames as readonly string[]).includes(writing) ? text(`writing_${writing}` as 'writing_plain') : writing);
