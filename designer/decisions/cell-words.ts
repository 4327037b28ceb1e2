import type { Language } from '../../ui/language.ts';
import { asFeel, readAnswer, readTest, type ColumnSense, type ReadingWords } from './cell-reading.ts';

const plain = /^"([^"\\]*)"$/;

/** A cell as a person would write it, without the signs of FEEL: words that are read back as the very same cell, and the cell itself where there are none. */
export function inWords(cell: string, sense: ColumnSense, isTest: boolean, words: ReadingWords, language: Language): string {
  const text = cell.trim();
  if (text === 'null' && !isTest) return '';
  const read = isTest ? (text === '-' ? undefined : readTest(text, sense, words, language)) : readAnswer(text, sense, words, language);
  return [read, plain.exec(text)?.[1]].find((one): one is string => one !== undefined && asFeel(one, sense, isTest, words) === text) ?? cell;
}
