/**
 * The sentences of a text: they end at . ! ? … before a blank or the end, at a semicolon, and at a line's end. A full stop within a number
 * (1.500) or after a single letter (điểm a.) ends none.
 */
export const sentencesOf = (text: string): readonly string[] =>
  text.normalize('NFC').split(/(?<=[!?…;])\s+|(?<=[\p{L}\p{N})”"’%]{2}\.)\s+|\n+/u).map((sentence) => sentence.trim()).filter((sentence) => wordsOf(sentence).length > 0);

/** What stands between blanks and holds a letter: words in English, syllables (tiếng) in Vietnamese, which writes each apart. */
export const wordsOf = (text: string): readonly string[] => text.split(/[\s/–—-]+/u).filter((word) => /\p{L}/u.test(word));
