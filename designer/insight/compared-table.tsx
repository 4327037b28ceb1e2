import type { Simulated } from '../../procedures/simulation/plan.ts';
import { differenceOf, rangeOf, type PerRun, type Range } from '../../procedures/simulation/range.ts';
import { decimal } from '../../ui/format.ts';
import type { Language } from '../../ui/language.ts';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { Bar, FromTo, Reach, type SideName } from './spread.tsx';

export type Count = (run: Simulated) => number | null | undefined;
export type Runs = readonly Simulated[];

/** Something that is counted in each run. */
export interface Fact {
  readonly key: string;
  readonly name: string;
  readonly count: Count;
  readonly said: (value: number) => string;
  /** How a difference is said, where it is said otherwise. */
  readonly apart?: (value: number) => string;
  /** What a whole bar is; without it none is drawn. */
  readonly whole?: number;
  /** The longest queue, told under the bar. */
  readonly queue?: Count;
}

export const sideNames: readonly SideName[] = ['first', 'other'];
export const perRun = (runs: Runs, count: Count): PerRun => runs.map((run) => count(run));
export const meanOf = (runs: Runs, count: Count): number => rangeOf(perRun(runs, count))?.mean ?? 0;
/** A count to one place after the comma. */
export const wholeWords = (count: number, language: Language): string => decimal(Math.round(count * 10) / 10, language);

/** By how much the first is more than the other, beyond chance and as people read it; else nothing. */
export const apartIn = ({ count, said, apart = said }: Fact, [first = [], other = []]: readonly Runs[]): Range | undefined => {
  const range = differenceOf(perRun(other, count), perRun(first, count));
  return range && apart(Math.abs(range.mean)) !== apart(0) ? range : undefined;
};

const Difference = ({ fact, sides }: { fact: Fact; sides: readonly Runs[] }) => {
  const text = useText();
  const range = apartIn(fact, sides);
  if (range === undefined) return <span className="muted">{text('simAlike')}</span>;
  const [said, ends] = [fact.apart ?? fact.said, [Math.abs(range.least), Math.abs(range.most)]];
  const size = { least: Math.min(...ends), mean: Math.abs(range.mean), most: Math.max(...ends) };
  return <><strong>{text(range.mean > 0 ? 'simMore' : 'simLess', { amount: said(size.mean) })}</strong> <FromTo of={size} said={said} /></>;
};

const Counted = ({ fact: { count, said, whole, queue }, runs, side }: { fact: Fact; runs: Runs; side: SideName }) => {
  const text = useText();
  const language = useLanguage();
  const [range, waiting] = [rangeOf(perRun(runs, count)), queue && rangeOf(perRun(runs, queue))];
  return (
    <>
      {whole === undefined ? <Reach of={range} said={said} /> : <Bar of={range} whole={whole} side={side} said={said} />}
      {waiting && <span className="muted small sim-queue">{text('simQueueOf', { count: wholeWords(waiting.mean, language) })}</span>}
    </>
  );
};

const countedIn = (runs: Runs, side: SideName) => (fact: Fact) => <Counted fact={fact} runs={runs} side={side} />;
const apartOf = (sides: readonly Runs[]) => (fact: Fact) => <Difference fact={fact} sides={sides} />;

/** Facts line by line: of one version, or of two with what is different beyond chance. */
export const ComparedTable = ({ caption, heading, facts, sides, names }: { caption: string; heading: string; facts: readonly Fact[]; sides: readonly Runs[]; names: readonly string[] }) => {
  const text = useText();
  return (
    <Table
      caption={caption} rows={facts} rowKey={({ key }) => key}
      columns={[
        { key: 'name', title: heading, heading: true, cell: ({ name }) => name },
        ...sides.map((runs, index) => ({ key: sideNames[index]!, title: names[index]!, cell: countedIn(runs, sideNames[index]!) })),
        ...(sides.length > 1 ? [{ key: 'apart', title: text('simApart', { version: names[0]! }), cell: apartOf(sides) }] : []),
      ]}
    />
  );
};
