import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { contenders, type ContenderName } from './contender.ts';
import { median, type Pace } from './measure.ts';
import type { Question, Reply } from './side.ts';
import { table } from './table.ts';
import { workloads } from './workloads.ts';

type Sides = Readonly<Record<ContenderName, ChildProcess>>;
type Speeds = Record<ContenderName, Reply>;

const names = Object.keys(contenders) as ContenderName[];
const thousands = (value: number): string => Math.round(value).toLocaleString('en');

/** Without one contender there is nothing to compare. */
const begun = (name: ContenderName): ChildProcess => fork(join(import.meta.dirname, 'side.ts'), [name]).on('exit', (code) => {
  if (code) throw new Error(`expected ${name} to run all workloads, but it ended with ${code}`);
});

const ask = async (side: ChildProcess, question: Question): Promise<Reply> => {
  side.send(question);
  const [reply] = (await once(side, 'message')) as [Reply];
  return reply;
};

/** Every contender in turn, so that whatever else the machine does strikes them alike. */
const round = async (sides: Sides, question: Question): Promise<Speeds> => {
  const speeds = {} as Speeds;
  for (const name of names) speeds[name] = await ask(sides[name], question);
  return speeds;
};

/** How one contender's speed stands to another's: the median of the rounds, and the middle half of them. */
const ratio = (rounds: readonly Speeds[], one: ContenderName, other: ContenderName, spell: (value: number) => string): string => {
  if (rounds[0]![one] === null || rounds[0]![other] === null) return '';
  const ratios = rounds.map((speeds) => speeds[one]! / speeds[other]!).toSorted((a, b) => a - b);
  const quarter = ratios.length >> 2;
  return `${spell(median(ratios))} (${spell(ratios[quarter]!)}–${spell(ratios.at(-1 - quarter)!)})`;
};

/**
 * All contenders on all workloads. Each has a process of its own, in which it has run every workload before it is measured:
 * none pays for the garbage of another, and none is compiled for one diagram alone.
 */
export const compare = async ({ rounds, milliseconds }: Pace): Promise<string> => {
  const sides = Object.fromEntries(names.map((name) => [name, begun(name)])) as Sides;
  const rows: string[][] = [];
  for (const { name } of workloads) await round(sides, { workload: name, milliseconds });
  for (const { name } of workloads) {
    const measured: Speeds[] = [];
    await round(sides, { workload: name, milliseconds });
    for (let count = 0; count < rounds; count += 1) measured.push(await round(sides, { workload: name, milliseconds }));
    rows.push([
      name, thousands(median(measured.map(({ motcua }) => motcua!))),
      ratio(measured, 'motcua', 'bpmnEngine', thousands),
      ratio(measured, 'motcua', 'xstate', (value) => value.toFixed(1)),
      ratio(measured, 'tokenLoop', 'motcua', (value) => value.toFixed(1)),
    ]);
  }
  for (const side of Object.values(sides)) side.kill();
  return table('Completed activities per second of processor time, in memory; in brackets the middle half of the rounds', ['workload', 'motcua /s', 'times bpmn-engine 25', 'times XState 5', 'a token loop is so many times faster'], rows);
};
