/** One side of a comparison: runs one instance to its end, and says how many activities it completed. */
export type Run = () => number | Promise<number>;

export interface Figure {
  /** Completed activities per second, the median of the rounds. */
  readonly perSecond: number;
  readonly low: number;
  readonly high: number;
}

const within = async (run: Run, milliseconds: number): Promise<number> => {
  let completed = 0;
  const started = performance.now();
  let now = started;
  do {
    completed += await run();
    now = performance.now();
  } while (now - started < milliseconds);
  return completed / ((now - started) / 1000);
};

/** The same for a side that answers at once: waiting for a promise in every turn would measure the promise. */
const withinAtOnce = (run: () => number, milliseconds: number): number => {
  let completed = 0;
  const started = performance.now();
  let now = started;
  do {
    for (let turn = 0; turn < 16; turn += 1) completed += run();
    now = performance.now();
  } while (now - started < milliseconds);
  return completed / ((now - started) / 1000);
};

const once = async (run: Run, milliseconds: number): Promise<number> => {
  const first = run();
  return typeof first === 'number' ? withinAtOnce(run as () => number, milliseconds) : (await first, within(run, milliseconds));
};

/** Measures the sides in turn, round after round, so that whatever else the machine does strikes them alike. */
export const sideBySide = async <Name extends string>(sides: Readonly<Partial<Record<Name, Run>>>, { rounds = 5, milliseconds = 300 } = {}): Promise<Partial<Record<Name, Figure>>> => {
  const entries = Object.entries(sides) as [Name, Run][];
  const speeds = new Map<Name, number[]>(entries.map(([name]) => [name, []]));
  for (const [, run] of entries) await once(run, milliseconds);
  for (let round = 0; round < rounds; round += 1) for (const [name, run] of entries) speeds.get(name)!.push(await once(run, milliseconds));
  return Object.fromEntries(entries.map(([name]) => {
    const sorted = speeds.get(name)!.toSorted((a, b) => a - b);
    return [name, { perSecond: sorted[sorted.length >> 1]!, low: sorted[0]!, high: sorted.at(-1)! }];
  })) as Partial<Record<Name, Figure>>;
};
