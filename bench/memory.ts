import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { contextOf, waiting } from './contenders/bpmn-engine.ts';
import { begin, definitionOf } from './contenders/motcua.ts';
import { table } from './table.ts';
import { userSequence } from './workloads.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const heldBy = async (count: number, make: () => unknown): Promise<number> => {
  const held: unknown[] = [];
  await make();
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < count; index += 1) held.push(await make());
  collect();
  const used = process.memoryUsage().heapUsed - before;
  return held.length === count ? used / count : Number.NaN;
};

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} kB`;

/** What an instance that waits at the first of ten user tasks holds in memory, and what its stored state is. */
export const memory = async (): Promise<string> => {
  const xml = userSequence(10);
  const definition = await definitionOf(xml);
  const context = await contextOf(xml);
  const ours = await heldBy(10_000, () => begin(definition).state);
  const theirs = await heldBy(100, () => waiting(context));
  const stored = Buffer.byteLength(JSON.stringify(begin(definition).state));
  return table('Memory of a waiting instance', ['', 'motcua', 'bpmn-engine 25', 'ratio'], [
    ['in memory', kilobytes(ours), kilobytes(theirs), `1 / ${Math.round(theirs / ours).toLocaleString('en')}`],
    ['stored', kilobytes(stored), '', ''],
  ]);
};
