/** The two languages of the apps. Vietnamese leads; English is its equal. */
export type Language = 'vi' | 'en';

/** A name or sentence that content carries in both languages (procedure sheets, form labels). */
export interface BothLanguages {
  readonly vi: string;
  readonly en?: string | undefined;
}

const key = 'motcua.language';
const listeners = new Set<() => void>();
let current: Language = 'vi';

const stored = (): Language => {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi'; // storage may be refused (private windows): the default language serves
  }
};

const apply = (language: Language) => {
  current = language;
  if (typeof document !== 'undefined') document.documentElement.lang = language;
};

/** Reads the kept choice; call once before the first render. */
export const startLanguage = () => apply(stored());

export const language = (): Language => current;

export const setLanguage = (next: Language) => {
  apply(next);
  try {
    localStorage.setItem(key, next);
  } catch {
    // the choice then lasts as long as the page
  }
  for (const listener of listeners) listener();
};

export const onLanguage = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Picks the text of the current language; Vietnamese stands in where English is missing. */
export const pick = (text: BothLanguages | string, to: Language = current): string =>
  typeof text === 'string' ? text : ((to === 'en' ? text.en : undefined) ?? text.vi);
