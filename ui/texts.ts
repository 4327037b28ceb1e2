/** A flat table of sentences; `{name}` stands for a value. In English a key with the suffix `_one` serves count = 1. */
export type Table = Readonly<Record<string, string>>;

export type Values = Readonly<Record<string, string | number>>;

/** Keys that callers may name: the singular variants are chosen, not named. */
export type KeyOf<T extends Table> = Exclude<keyof T & string, `${string}_one`>;

/** The other language must hold every key (singular variants may be added or absent). */
export type Translation<T extends Table> = Readonly<Record<KeyOf<T>, string>> & Table;

/** Fills values into a sentence; one that was not given stays visible as `{name}`. */
export const write = (sentence: string, values: Values): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
