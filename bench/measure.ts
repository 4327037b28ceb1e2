/** One side of a comparison: runs one instance to its end, and says how many activities it completed. */
export type Run = () => number | Promise<number>;

export interface Pace {
  readonly rounds: number;
  readonly milliseconds: number;
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Seconds of processor time that this process has used: unlike a clock, what else the machine does hardly changes it. */
const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
};

/** Runs for so long of its own processor time, however busy the machine is, a few instances between any two looks at the clock; answers that come at once are not waited for. Per second of processor time. */
export const speed = async (run: Run, milliseconds: number): Promise<number> => {
  let completed = 0;
  const before = used();
  const until = performance.now() + milliseconds;
  do {
    for (let turn = 0; turn < 8; turn += 1) {
      const answer = run();
      completed += typeof answer === 'number' ? answer : await answer;
    }
  } while (performance.now() < until || used() - before < milliseconds / 1000);
  return completed / (used() - before);
};

/** The speeds of several sides in one process, measured in turn, round after round; in each round's own order of sides. */
export const sideBySide = async <Name extends string>(sides: Readonly<Record<Name, Run>>, { rounds, milliseconds }: Pace): Promise<Record<Name, readonly number[]>> => {
  const entries = Object.entries(sides) as [Name, Run][];
  const speeds = Object.fromEntries(entries.map(([name]) => [name, [] as number[]])) as Record<Name, number[]>;
  for (const [, run] of entries) await speed(run, milliseconds);
  for (let round = 0; round < rounds; round += 1) for (const [name, run] of entries) speeds[name].push(await speed(run, milliseconds));
  return speeds;
};

/** How many times faster one side is than another: the median of the rounds, each of which strikes both alike. */
export const medianRatio = (one: readonly number[], other: readonly number[]): number => median(one.map((value, index) => value / other[index]!));
