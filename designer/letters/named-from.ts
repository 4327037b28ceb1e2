import type { LetterName } from '../../procedures/letters/names.ts';
import { pick, type Language } from '../../ui/language.ts';
import type { FeelName } from '../conditions/feel/feel-field.tsx';
import type { Named } from '../conditions/named.ts';

const amounts: ReadonlySet<string> = new Set(['money', 'number', 'moneyInWords']);

/** What the house and the steps name, as conditions can look at it. Of a list only whether there is one. */
export const namedFrom = (names: readonly LetterName[]): readonly Named[] =>
  names.map(({ feel, label, group, options, rows, kind, writing }) => ({ name: feel, label, group, kind: rows ? 'other' : (kind ?? (amounts.has(writing) ? 'number' : 'text')), ...(options && { options }) }));

export const feelNames = (named: readonly Named[], language: Language): readonly FeelName[] => named.map(({ name, kind, label }) => ({ name, kind, label: pick(label, language) }));
