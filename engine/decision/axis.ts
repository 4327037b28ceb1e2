import { compile } from '../expression/compile.ts';
import { prepare } from '../expression/prepare.ts';
import { Refusal, startRun } from '../expression/run.ts';
import { parse } from '../expression/syntax.ts';
import type { Syntax } from '../expression/syntax.ts';
import { kindOf } from '../expression/value.ts';
import type { TypeName } from './item-type.ts';
import type { InputColumn } from './table.ts';
import { typed } from './typed.ts';

/** A value that stands for all values that pass and fail the same cells of a column. */
export interface Point {
  readonly shown: string;
  /** A cell that accepts it, and all that no cell tells apart from it. */
  readonly test: string;
  /** Perhaps never given: outside of all the table speaks of, a fraction between two whole numbers, or a day that is over. */
  readonly unlikely: boolean;
  /** Rules whose cell accepts it. */
  readonly rules: readonly boolean[];
}

const epoch = '1970-01-01T00:00:00Z';
const dayLength = 86_400_000;

/** The points of a column that tell its cells apart, likely ones first; days before one, where that is given, are unlikely. Throws a Refusal for cells that are no plain values or intervals. */
export function axis(column: InputColumn, cells: readonly string[], before = ''): readonly Point[] {
  const stated = column.values === undefined ? [] : literals(column.values);
  const all = [...stated, ...cells.flatMap(literals)];
  const kinds = new Set(all.map(kindOf));
  kinds.delete('null');
  if (kinds.size > 1) throw new Refusal(`its cells hold values of several types: ${[...kinds].join(', ')}`);
  const [kind = column.type === 'boolean' ? 'boolean' : undefined] = kinds;
  const type: TypeName = kind === 'date' ? 'date' : column.type;
  const accepts = (text: string, value: unknown) => text === '-' || prepare(text, 'tests', {})({ run: startRun(epoch, 0), names: { '?': typed(value, type, column.label) } }) === true;
  const asksNull = all.includes(null);
  const isAny = kind === undefined && !asksNull;
  const candidates = [
    ...(isAny ? [{ value: null, unlikely: false, test: '-' }] : kind === undefined ? [anyOf(type)] : candidatesOf(kind, all, column.values !== undefined, before)),
    // nothing is answered: no value that the column has to allow
    ...(asksNull ? [{ value: null, unlikely: true, test: 'null' }] : []),
  ];
  return candidates
    .filter(({ value }) => column.values === undefined || value === null || accepts(column.values, value))
    .map(({ value, unlikely, test }) => ({ unlikely, test, shown: isAny ? '' : `${column.label} = ${value === otherText ? 'anything else' : JSON.stringify(value)}`, rules: cells.map((cell) => accepts(cell, value)) }))
    .toSorted((left, right) => Number(left.unlikely) - Number(right.unlikely));
}

interface Candidate {
  readonly value: string | number | boolean | null;
  readonly unlikely: boolean;
  readonly test: string;
  /** The last of the numbers for which it stands; none where they have no end. */
  readonly until?: number;
}

// No cell can name it, as it holds a character that is never typed.
const otherText = '\u0000';

/** Stands for all that is answered, where cells ask only whether anything is. */
function anyOf(type: TypeName): Candidate {
  if (type !== 'Any' && type !== 'string' && type !== 'number') throw new Refusal(`its cells ask only whether there is a ${type}`);
  return { value: type === 'number' ? 0 : otherText, unlikely: false, test: 'not(null)' };
}

function candidatesOf(kind: string, all: readonly unknown[], stated: boolean, before: string): readonly Candidate[] {
  switch (kind) {
    case 'boolean': return [true, false].map((value) => ({ value, unlikely: false, test: String(value) }));
    case 'string': return [...new Set(all as string[])].filter((value) => value !== null).map((value): Candidate => ({ value, unlikely: false, test: JSON.stringify(value) })).concat(stated ? [] : [{ value: otherText, unlikely: true, test: `not(${[...new Set(all as string[])].filter((value) => value !== null).map((value) => JSON.stringify(value)).join(', ')})` }]);
    case 'number': return between(sorted(all.filter((value) => typeof value === 'number')), stated, String);
    case 'date': return between(sorted(all.filter((value) => value !== null).map((value) => Date.parse(String(value)) / dayLength)), stated, (day) => `date("${dayOf(day)}")`)
      .filter(({ value }) => Number.isInteger(value))
      .map(({ value, unlikely, test, until }) => ({ value: dayOf(value as number), unlikely: unlikely || (until !== undefined && dayOf(Math.floor(until)) < before), test }));
    default: throw new Refusal(`its cells hold values of the type ${kind}`);
  }
}

const dayOf = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10);
const sorted = (values: readonly number[]) => [...new Set(values)].toSorted((left, right) => left - right);

/** Each bound, a value between each two, and one beyond each end; `written` is FEEL. */
function between(bounds: readonly number[], stated: boolean, written: (bound: number) => string): readonly Candidate[] {
  const inner = bounds.flatMap((bound, index): Candidate[] => {
    const next = bounds[index + 1];
    const at = { value: bound, unlikely: false, test: written(bound), until: bound };
    if (next === undefined) return [at];
    const whole = Math.floor(bound) + 1;
    const test = `(${written(bound)}..${written(next)})`;
    return [at, { test, until: Math.ceil(next) - 1, ...(whole < next ? { value: whole, unlikely: false } : { value: (bound + next) / 2, unlikely: Number.isInteger(bound) && Number.isInteger(next) }) }];
  });
  return [
    { value: Math.ceil(bounds[0]!) - 1, unlikely: !stated, test: `< ${written(bounds[0]!)}`, until: Math.ceil(bounds[0]!) - 1 }, ...inner,
    { value: Math.floor(bounds.at(-1)!) + 1, unlikely: !stated, test: `> ${written(bounds.at(-1)!)}` },
  ];
}

/** The plain values a cell speaks of: its alternatives and the ends of its intervals. */
function literals(text: string): readonly unknown[] {
  const root = parse(text, 'tests', {});
  return root.children.flatMap(({ kind, children }) => (kind === 'PositiveUnaryTests' ? children : [])).flatMap(({ children: [test] }) => ends(test!, text));
}

function ends(node: Syntax, text: string): readonly unknown[] {
  if (node.kind === 'SimplePositiveUnaryTest') {
    const [first, second] = node.children;
    const found = second === undefined ? ends(first!, text) : [literal(second, text)];
    if (found.some((value) => typeof value === 'string')) throw new Refusal(`the cell ${text} orders texts`);
    return found;
  }
  if (node.kind === 'Interval') return [literal(node.children[1]!, text), literal(node.children[3]!, text)];
  return [literal(node, text)];
}

function literal(node: Syntax, text: string): unknown {
  const isDate = node.kind === 'DateTimeLiteral' && !/[^\s"@()date0-9-]/.test(node.text);
  if (!isDate && !['StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'null'].includes(node.kind)) throw new Refusal(`the cell ${text} is no plain value or interval`);
  const value = compile(node)({ run: startRun(epoch, 0), names: {} });
  if (isDate && kindOf(value) !== 'date') throw new Refusal(`the cell ${text} holds no date`);
  return value;
}
