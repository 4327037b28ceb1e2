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

/** A time until the next of things that come by chance, on average `mean`. */
export const gap = (random: () => number, mean: number): number => -mean * Math.log(1 - random());

/** How long a piece of work takes: seldom almost nothing, seldom much more than usual (Erlang of two stages). */
export const duration = (random: () => number, mean: number): number => (gap(random, mean) + gap(random, mean)) / 2;
