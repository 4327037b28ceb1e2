import { useSyncExternalStore } from 'react';
import { language, onLanguage, type Language } from './language.ts';
import { write, type KeyOf, type Table, type Translation, type Values } from './texts.ts';

export const useLanguage = (): Language => useSyncExternalStore(onLanguage, language);

/**
 * The sentences of one app (or of this kit): Vietnamese is in the bundle, English is fetched when wanted.
 * Await `load` before the first render and before a switch; until then Vietnamese shows.
 */
export const createTexts = <T extends Table>(vi: T, fetchEnglish: () => Promise<Translation<T>>) => {
  let en: Table | undefined;
  const load = async (wanted: Language) => {
    if (wanted === 'en') en ??= await fetchEnglish();
  };
  const text = (key: KeyOf<T>, values: Values = {}): string => {
    const now = language();
    return now === 'en' && en ? write(en, key, values, 'en') : write(vi, key, values, 'vi');
  };
  const useText = () => {
    useLanguage();
    return text;
  };
  return { load, text, useText };
};
