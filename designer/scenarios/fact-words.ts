import { date, money } from '../../ui/format.ts';
import type { Language } from '../../ui/language.ts';
import { pick } from '../../ui/language.ts';
import { namedIn } from '../package/named-in.ts';
import type { Text } from '../words.ts';

export interface FactNames {
  readonly text: Text;
  readonly language: Language;
  readonly nameOf: (id: string) => string;
  /** Content of the package's letters, by path. */
  readonly letters: ReadonlyMap<string, string>;
}

const stateWord = (state: unknown) => `state_${String(state)}` as 'state_1';
const known = { status: ['active', 'completed', 'terminated', 'failed'], verdict: ['early', 'on_time', 'late'] } as const;

const letterName = (key: string, letters: FactNames['letters'], language: Language): string => {
  const named = namedIn(letters.get(`letters/${key}.json`) ?? '');
  return (named && pick(named, language)) || key;
};

/** What came of a dossier, or was to come, as people say it: steps, papers and states by their names, days and money as they are written. */
export function factWords(what: string, value: unknown, { text, language, nameOf, letters }: FactNames): string {
  if (value === undefined || value === null) return text('factNone');
  const list = Array.isArray(value) ? value.map(String) : undefined;
  if (list?.length === 0) return text('factNone');
  if (what === 'path') return (list ?? [String(value)]).map(nameOf).join(' → ');
  if (what === 'letters') return (list ?? [String(value)]).map((key) => letterName(key, letters, language)).join(', ');
  if (what === 'states') return (list ?? [String(value)]).map((state) => text(stateWord(state))).join(' → ');
  if (what === 'status' || what === 'verdict') {
    const word = known[what].find((each) => each === value);
    return word === undefined ? String(value) : text(`fact_${word}`);
  }
  if (what === 'due' && typeof value === 'string') return date(value);
  if (what === 'fee' && typeof value === 'number') return money(value);
  if (typeof value === 'boolean') return text(value ? 'factYes' : 'factNo');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
