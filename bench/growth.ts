import { begin, definitionOf, next } from './contenders/motcua.ts';
import { median, medianRatio, sideBySide, type Pace, type Run } from './measure.ts';
import { table } from './table.ts';
import { automaticSequence, loop, userSequence } from './workloads.ts';

const sizes = [10, 100, 1000] as const;

/** Runs an instance to its end; steps are events and automatic elements alike. */
const through = async (xml: string, steps: number, data = {}): Promise<Run> => {
  const definition = await definitionOf(xml);
  return () => {
    let { state } = begin(definition, data);
    while (state.status === 'active') ({ state } = next(definition, state));
    return steps;
  };
};

const kinds: readonly { readonly name: string; readonly run: (size: number) => Promise<Run> }[] = [
  { name: 'user tasks in a row', run: (size) => through(userSequence(size), size) },
  { name: 'automatic tasks in a row', run: (size) => through(automaticSequence(size), size) },
  { name: 'turns of a loop', run: (size) => through(loop(size), size, { n: 0 }) },
];

/** What one step costs as the definition or the history grows: ideally always the same. */
export const growth = async (pace: Pace): Promise<string> => {
  const rows: string[][] = [];
  for (const { name, run } of kinds) {
    const sides = Object.fromEntries(await Promise.all(sizes.map(async (size) => [String(size), await run(size)] as const)));
    const speeds = await sideBySide(sides, pace);
    const costs = sizes.map((size) => `${(1_000_000 / median(speeds[size]!)).toFixed(2)} µs`);
    rows.push([name, ...costs, `${medianRatio(speeds[10]!, speeds[1000]!).toFixed(2)} ×`]);
  }
  return table('Cost of one step as there are more of them', ['', ...sizes.map(String), '1000 to 10'], rows);
};
