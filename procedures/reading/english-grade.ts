import { sentencesOf, wordsOf } from './sentences.ts';

/** Syllables of an English word, by its groups of vowels: right for most words, off by one for some. */
export const syllablesOf = (word: string): number => {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  // a silent ending: "time", "asked", "takes", but not "table", "needed", "boxes"
  const spoken = letters.replace(/(?<![aeiouy]l|[td])(?<=[^aeiouy])(?<!le)(e|ed|es)$/, (ending, _end, at: number) => (ending === 'es' && /[sxz]$|[cs]h$|[cg]$/.test(letters.slice(0, at)) ? ending : ending === 'e' && /[^aeiouy]l$/.test(letters.slice(0, at)) ? ending : ''));
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
};

/** School years that a text asks for (Flesch–Kincaid, 1975): 0.39 words per sentence + 11.8 syllables per word − 15.59. Nothing for texts too short to say. */
export const gradeOf = (texts: readonly string[]): number | undefined => {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  if (words.length < fewestWords) return undefined;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
};

const fewestWords = 100;
