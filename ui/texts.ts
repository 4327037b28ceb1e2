import type { Language } from './language.ts';

/** A flat table of sentences; `{name}` stands for a value. A key with the suffix `_one` serves count = 1. */
export type Table = Readonly<Record<string, string>>;

export type Values = Readonly<Record<string, string | number>>;

/** Keys that callers may name: the singular variants are chosen, not named. */
export type KeyOf<T extends Table> = Exclude<keyof T & string, `${string}_one`>;

/** The other language must hold every key (singular variants may be added or absent). */
export type Translation<T extends Table> = Readonly<Record<KeyOf<T>, string>> & Table;

const fill = (sentence: string, values: Values) =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));

/** Writes one sentence. An unknown key is a mistake of ours and shows as the key itself. */
export const write = (table: Table, key: string, values: Values, language: Language): string => {
  const one = language === 'en' && values['count'] === 1 ? table[`${key}_one`] : undefined;
  return fill(one ?? table[key] ?? key, values);
};
