import type { Done } from './hands.ts';

/**
 * How long a person would take, in seconds; estimates all, nobody was measured (docs/designer.md).
 * `practised`: the keystroke-level model of Card, Moran and Newell for who knows the pages: a thought before each act, to point and press, a key of an average typist, the hands to the keyboard and back.
 * `new`: whoever looks for the next thing, decides and does it, and types as people do who are no typists.
 * `reading`: who besides reads each page a quarter of a minute when it first opens.
 */
const paces = {
  practised: { act: 1.35 + 1.2, letter: 0.28, text: 0.8, page: 0 },
  new: { act: 6, letter: 0.4, text: 0, page: 0 },
  reading: { act: 6, letter: 0.4, text: 0, page: 15 },
} as const;

export const minutesOf = ({ acts, letters, texts, pages }: Done, pace: keyof typeof paces): number => {
  const { act, letter, text, page } = paces[pace];
  return (acts * act + letters * letter + texts * text + pages.size * page) / 60;
};

/** What was done, and how long it may take, as a line. */
export function stopped(what: string, done: Done): string {
  const [practised, fresh, reading] = (['practised', 'new', 'reading'] as const).map((pace) => minutesOf(done, pace).toFixed(1));
  return `${what}: ${done.acts} acts, ${done.letters} letters in ${done.texts} texts, ${done.pages.size} pages; minutes: ${practised} practised, ${fresh} new, ${reading} reading each page`;
}
