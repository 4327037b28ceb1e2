/** Milliseconds that this piece of work takes on a machine like that of the bars, two cores of 2 GHz, at rest. */
const atRest = 25;
const work = (): number => {
  let sum = 0;
  for (let turn = 0; turn < 10_000_000; turn += 1) sum = (Math.imul(sum, 31) + turn) | 0;
  return sum;
};

/** How many times longer than at rest the same work takes here and now; 1 at least. */
function slowness(): number {
  const took = Array.from({ length: 3 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  }).toSorted((one, other) => one - other);
  return Math.max(1, (took[1] ?? 0) / atRest);
}

/**
 * Whether something kept to its bar; both in milliseconds, by the clock or of processor time. A shared machine may be several times
 * slower for minutes, in processor time too: what misses its bar is held to the bar of the machine as it is now. A step of another order of cost still fails.
 */
export const keepsTo = (took: number, bar: number): boolean => took < bar || took < bar * slowness();
