/** Too many ways through one step for all of them to be tried. */
export class TooManyWays extends Error {}

const most = 2_000;

/** Runs for every list of picks that it may ask for: each run asks as it goes, and the next one differs in the last pick that still can. */
export function* everyWay<T>(run: (pick: (count: number) => number) => T): Generator<T> {
  const picks: number[] = [];
  for (let runs = 0; ; runs += 1) {
    if (runs >= most) throw new TooManyWays();
    const counts: number[] = [];
    yield run((count) => {
      counts.push(count);
      return picks[counts.length - 1] ??= 0;
    });
    picks.length = counts.length;
    while (picks.length > 0 && picks.at(-1)! + 1 >= counts[picks.length - 1]!) picks.pop();
    if (picks.length === 0) return;
    picks[picks.length - 1]! += 1;
  }
}
