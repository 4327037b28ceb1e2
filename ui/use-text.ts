import { useSyncExternalStore } from 'react';
import { language, onLanguage, type Language } from './language.ts';
import { write, type KeyOf, type Table, type Translation, type Values } from './texts.ts';

export const useLanguage = (): Language => useSyncExternalStore(onLanguage, language);

export interface Texts<K extends string> {
  /** Writes one sentence in the language of the page. */
  readonly text: (key: K, values?: Values) => string;
  /** The same for components: they render again when the language changes. */
  readonly useText: () => (key: K, values?: Values) => string;
  readonly load: (wanted: Language) => Promise<void>;
  readonly find: (key: string) => string | undefined;
  readonly findSingular: (key: string) => string | undefined;
}

const all: Pick<Texts<string>, 'load'>[] = [];

/** Fetches the words of a language for everything that is on the page; await it before the switch shows. */
export const loadWords = async (wanted: Language): Promise<void> => {
  await Promise.all(all.map((texts) => texts.load(wanted)));
};

/**
 * The sentences of one app, of one part of it, or of this kit: Vietnamese comes with the code, English when it is wanted.
 * A part may stand on a `base`, whose sentences it can say as well. Code that is fetched late awaits its own `load`.
 */
export const createTexts = <T extends Table, B extends string = never>(vi: T, fetchEnglish: () => Promise<Translation<T>>, base?: Texts<B>): Texts<KeyOf<T> | B> => {
  let en: Table | undefined;
  const find = (key: string): string | undefined => (language() === 'en' && en ? en : vi)[key] ?? base?.find(key);
  const findSingular = (key: string): string | undefined => (language() === 'en' ? (en?.[`${key}_one`] ?? base?.findSingular(key)) : undefined);
  const text = (key: KeyOf<T> | B, values: Values = {}): string => write((values['count'] === 1 ? findSingular(key) : undefined) ?? find(key) ?? key, values);
  const useText = () => {
    useLanguage();
    return text;
  };
  const load = async (wanted: Language) => {
    if (wanted === 'en') en ??= await fetchEnglish();
  };
  const texts = { text, useText, load, find, findSingular };
  all.push(texts);
  return texts;
};
