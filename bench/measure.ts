/** One side of a comparison: runs one instance to its end, and says how many activities it completed. */
export type Run = () => number | Promise<number>;

export interface Figure {
  /** Completed activities per second of processor time, the median of the rounds. */
  readonly perSecond: number;
  readonly low: number;
  readonly high: number;
}

/** Seconds of processor time that this process has used: unlike a clock, what else the machine does hardly changes it. */
const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
};

/** Runs for so long, a few instances between any two looks at the clock; answers that come at once are not waited for. */
const speed = async (run: Run, milliseconds: number): Promise<number> => {
  let completed = 0;
  const before = used();
  const until = performance.now() + milliseconds;
  do {
    for (let turn = 0; turn < 8; turn += 1) {
      const answer = run();
      completed += typeof answer === 'number' ? answer : await answer;
    }
  } while (performance.now() < until);
  return completed / (used() - before);
};

/** Measures the sides in turn, round after round, so that whatever else the machine does strikes them alike. */
export const sideBySide = async <Name extends string>(sides: Readonly<Record<Name, Run>>, { rounds, milliseconds }: { readonly rounds: number; readonly milliseconds: number }): Promise<Record<Name, Figure>> => {
  const entries = Object.entries(sides) as [Name, Run][];
  const speeds = new Map<Name, number[]>(entries.map(([name]) => [name, []]));
  for (const [, run] of entries) await speed(run, milliseconds);
  for (let round = 0; round < rounds; round += 1) for (const [name, run] of entries) speeds.get(name)!.push(await speed(run, milliseconds));
  return Object.fromEntries(entries.map(([name]) => {
    const sorted = speeds.get(name)!.toSorted((a, b) => a - b);
    return [name, { perSecond: sorted[sorted.length >> 1]!, low: sorted[0]!, high: sorted.at(-1)! }];
  })) as Record<Name, Figure>;
};
