import type { Language } from './language.ts';

const collators = { vi: new Intl.Collator('vi', { numeric: true }), en: new Intl.Collator('en', { numeric: true }) } as const satisfies Readonly<Record<Language, Intl.Collator>>;

/** Things in the alphabet of the page's language: Đ after D, a letter before the same with marks, 9 before 10. */
export const alphabetical = <T>(all: readonly T[], wordsOf: (one: T) => string, language: Language): readonly T[] =>
  all.map((one) => [wordsOf(one), one] as const).toSorted(([one], [other]) => collators[language].compare(one, other)).map(([, one]) => one);
