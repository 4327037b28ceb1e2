import type { Lang } from '../../forms/text.ts';
import type { LoadedProcedure } from '../loaded.ts';
import { citizenTexts } from './citizen-texts.ts';
import { gradeOf } from './english-grade.ts';
import { officialeseEn, officialeseVi, type Officialese } from './officialese.ts';
import { sentencesOf, wordsOf } from './sentences.ts';

/** A sentence that asks much of its reader, or a word of the office in it. It is told, and blocks nothing. */
export interface ReadingNote {
  readonly lang: Lang;
  readonly file: string;
  /** JSON Pointer. */
  readonly place: string;
  readonly sentence: string;
  /** Of the sentence: words in English, syllables in Vietnamese. */
  readonly length: number;
  /** The word of the office, and what people say; nothing when it is the length that is told. */
  readonly word?: Officialese;
}

export interface ReadingLevel {
  readonly sentences: number;
  /** How many of them are long, and how long one is on average. */
  readonly long: number;
  readonly average: number;
  /** School years by Flesch–Kincaid, in English; nothing in Vietnamese, for which no such formula is settled. */
  readonly grade?: number;
}

export interface Reading {
  readonly levels: { readonly [L in Lang]: ReadingLevel };
  /** The longest sentences first, then words. */
  readonly notes: readonly ReadingNote[];
}

/** The longest that reads easily: 25 words in English, as guides to plain English advise; about as much is 35 syllables in Vietnamese, where two in three words have two. */
export const longest: Readonly<Record<Lang, number>> = { vi: 35, en: 25 };
const lists: Readonly<Record<Lang, readonly Officialese[]>> = { vi: officialeseVi, en: officialeseEn };

/** How hard the texts that citizens read are: the length of sentences and words of the office, by lists. Meaning, order and layout are for a person to judge. */
export const readEasily = (loaded: LoadedProcedure): Reading => {
  const texts = citizenTexts(loaded);
  const notes = (['vi', 'en'] as const).flatMap((lang) => texts.flatMap(({ file, place, [lang]: text }) => sentencesOf(text).flatMap((sentence): readonly ReadingNote[] => {
    const length = wordsOf(sentence).length;
    const at = { lang, file, place, sentence, length };
    return [...(length > longest[lang] ? [at] : []), ...wordsIn(sentence, lists[lang]).map((word) => ({ ...at, word }))];
  })));
  const grade = gradeOf(texts.map(({ en }) => en));
  return {
    levels: { vi: levelOf(texts.map(({ vi }) => vi), longest.vi), en: { ...levelOf(texts.map(({ en }) => en), longest.en), ...(grade !== undefined && { grade }) } },
    notes: [...notes.filter(({ word }) => !word).toSorted((one, other) => other.length - one.length), ...notes.filter(({ word }) => word)],
  };
};

const levelOf = (texts: readonly string[], most: number): ReadingLevel => {
  const lengths = texts.flatMap(sentencesOf).map((sentence) => wordsOf(sentence).length);
  return { sentences: lengths.length, long: lengths.filter((length) => length > most).length, average: lengths.length === 0 ? 0 : lengths.reduce((sum, length) => sum + length) / lengths.length };
};

const wordsIn = (sentence: string, list: readonly Officialese[]): readonly Officialese[] => {
  const text = sentence.toLocaleLowerCase('vi');
  return list.filter(({ words, except = [] }) => standsIn(except.reduce((left, term) => left.replaceAll(term, ' '), text), words));
};

/** Whether the words stand there whole. */
const standsIn = (text: string, words: string): boolean => new RegExp(`(?<!\\p{L})${words}(?!\\p{L})`, 'u').test(text);
