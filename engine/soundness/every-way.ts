/** The ways through one step are too many for all of them to be tried, or the time for it is over. */
export class TooManyWays extends Error {
  readonly isLate: boolean;

  constructor(isLate: boolean) {
    super();
    this.isLate = isLate;
  }
}

/** A run has come to where another has chosen, or to where it has chosen itself: what may follow has been tried there. */
export class Followed extends Error {
  readonly isRound: boolean;

  constructor(isRound: boolean) {
    super();
    this.isRound = isRound;
  }
}

// Thrown by most runs: made once, for nobody reads where it came from, and finding that out costs more than the run.
const [round, elsewhere] = [new Followed(true), new Followed(false)];

/** Chooses one of so many; `standing` is the same for two choices exactly when the same may follow them. */
export type Pick = (count: number, standing?: () => string) => number;

/**
 * Runs for every list of picks that it may ask for: each run asks as it goes, and the next one differs in the last pick that still
 * can. From where another run has stood none goes on (`Followed`): the step is searched as a graph.
 */
export function* everyWay<T>(run: (pick: Pick) => T, { ways, isLate }: { readonly ways: number; readonly isLate: () => boolean }): Generator<T> {
  const picks: number[] = [];
  /** Where the run stood at each of its picks, and where any has stood. */
  const stood: string[] = [];
  const known = new Set<string>();
  for (let runs = 0; ; runs += 1) {
    if (runs >= ways || isLate()) throw new TooManyWays(runs < ways);
    const counts: number[] = [];
    yield run((count, standing) => {
      const index = counts.length;
      if (index === picks.length) {
        const here = standing?.() ?? '';
        if (standing && known.has(here)) throw stood.includes(here) ? round : elsewhere;
        known.add(here);
        stood.push(here);
        picks.push(0);
      }
      counts.push(count);
      return picks[index]!;
    });
    picks.length = counts.length;
    while (picks.length > 0 && picks.at(-1)! + 1 >= counts[picks.length - 1]!) picks.pop();
    stood.length = picks.length;
    if (picks.length === 0) return;
    picks[picks.length - 1]! += 1;
  }
}
