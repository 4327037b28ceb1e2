/** Numbers in [0, 1) that come again with the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A stream of numbers of its own for each name: what a dossier meets at a step hangs neither on other dossiers nor on
 * other steps. Two versions under one seed are so met by the same dossiers with the same luck, and what is different
 * between them is less drowned by chance (common random numbers).
 */
export function luckOf(seed: number): (name: string) => () => number {
  const streams = new Map<string, () => number>();
  return (name) => {
    const known = streams.get(name) ?? randomFrom(hashOf(`${seed} ${name}`));
    streams.set(name, known);
    return known;
  };
}

/** FNV-1a of 32 bits. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
};

/** A time until the next of things that come by chance, on average `mean`. */
export const gap = (random: () => number, mean: number): number => -mean * Math.log(1 - random());

/** How long a piece of work takes: seldom almost nothing, seldom much more than usual (Erlang of two stages). */
export const duration = (random: () => number, mean: number): number => (gap(random, mean) + gap(random, mean)) / 2;
