import { FeelDateTime, FeelDuration, date, dateAndTime, duration, evaluate, parseDate, parseTime } from 'feelin';
import { borrow } from './borrowed.ts';
import { equal, order } from './compare.ts';
import { matches, replace, split } from './pattern.ts';
import { Refusal, spend, warn } from './run.ts';
import type { Run } from './run.ts';
import { bounded, kindOf, weigh } from './value.ts';

/** A function every expression knows. `parameters` are FEEL's names, for calls by name; one with `...` takes the rest. */
export interface Builtin {
  readonly parameters: readonly string[];
  readonly call: (run: Run, values: readonly unknown[]) => unknown;
}

const fromFeelin = [
  'number', 'string', 'not', 'substring', 'string length', 'upper case', 'lower case', 'substring before', 'substring after', 'contains', 'starts with', 'ends with',
  'string join', 'list replace', 'count', 'sum', 'mean', 'all', 'any', 'sublist', 'append', 'concatenate', 'insert before', 'remove', 'reverse', 'union',
  'distinct values', 'flatten', 'product', 'stddev', 'mode', 'decimal', 'floor', 'ceiling', 'abs', 'round up', 'round down', 'round half up', 'round half down',
  'modulo', 'sqrt', 'log', 'exp', 'odd', 'even', 'is', 'before', 'after', 'meets', 'met by', 'overlaps', 'includes', 'day of year', 'day of week', 'month of year',
  'week of year', 'sort', 'get value', 'get entries', 'context', 'context merge', 'context put',
] as const;

// Compare each element with each other in the worst case.
const quadratic = new Set<string>(['union', 'distinct values']);

function feelin(name: string): Builtin {
  const { value } = evaluate(name) as { value: ((...values: unknown[]) => unknown) & { $args: string[] } };
  const call = (run: Run, values: readonly unknown[]) => {
    const before = run.left;
    for (const argument of values) weigh(argument, run);
    if (quadratic.has(name)) spend(run, (before - run.left) ** 2);
    const result = value(...values);
    if (typeof result === 'string') return bounded(result);
    return isFailure(result) ? warn(run, `${name}(): the arguments do not fit`) : (result ?? null);
  };
  return { parameters: value.$args, call };
}

const isFailure = (result: unknown) => kindOf(result) === 'unknown';

const texts = (values: readonly unknown[], least: number, most: number) =>
  values.length >= least && values.length <= most && values.every((value, index) => typeof value === 'string' || (index >= least && value === null));

/** Functions feelin has, but which would read the machine's clock, run for ever, or answer wrongly. */
const own: Readonly<Record<string, Builtin>> = {
  now: { parameters: [], call: (run) => dateAndTime(local(run) + offset(run)) },
  today: { parameters: [], call: (run) => date(local(run).slice(0, 10)) },
  matches: { parameters: ['input', 'pattern', 'flags'], call: (run, values) => (texts(values, 2, 3) ? matches(run, values[0] as string, values[1] as string, (values[2] ?? null) as string | null) : null) },
  replace: { parameters: ['input', 'pattern', 'replacement', 'flags'], call: (run, values) => (texts(values, 3, 4) ? replace(run, values[0] as string, values[1] as string, values[2] as string, (values[3] ?? null) as string | null) : null) },
  split: { parameters: ['string', 'delimiter'], call: (run, values) => (texts(values, 2, 2) ? split(run, values[0] as string, values[1] as string) : null) },
  min: { parameters: ['...list'], call: (run, values) => extreme(run, values, -1) },
  max: { parameters: ['...list'], call: (run, values) => extreme(run, values, 1) },
  median: { parameters: ['...list'], call: (run, values) => median(run, items(values)) },
  'list contains': { parameters: ['list', 'element'], call: (run, [list, element]) => asList(list).some((entry) => equal(entry, element ?? null, run) === true) },
  'index of': { parameters: ['list', 'match'], call: (run, [list, match]) => asList(list).flatMap((entry, index) => (equal(entry, match ?? null, run) === true ? [index + 1] : [])) },
  date: temporal('date', 3, ['year', 'month', 'day']),
  time: temporal('time', 4, ['hour', 'minute', 'second', 'offset']),
  'date and time': temporal('date and time', 2, ['date', 'time']),
  duration: temporal('duration', 1, ['from']),
  'years and months duration': temporal('years and months duration', 2, ['from', 'to']),
};

export const builtins: ReadonlyMap<string, Builtin> = new Map([...fromFeelin.map((name) => [name, feelin(name)] as const), ...Object.entries(own)]);

function temporal(name: string, most: number, parameters: readonly string[]): Builtin {
  const byCount = Array.from({ length: most }, (_, index) => borrow(index + 1, (names) => `${name}(${names.join(', ')})`));
  return {
    parameters,
    call(run, values) {
      if (values.some((value) => typeof value === 'string' && value.length > 100)) return null;
      const borrowed = byCount[values.length - 1];
      if (borrowed === undefined) throw new Refusal(`${name}() expects at most ${most} arguments, but has ${values.length}`);
      return borrowed(run, values);
    },
  };
}

/** The literal `@"…"`: a date, time, date and time, or duration. */
export function temporalLiteral(text: string): unknown {
  const value = /^-?P/.test(text) ? duration(text) : /^\d{1,2}:/.test(text) ? parseTime(text) : text.includes('T') ? dateAndTime(text) : parseDate(text);
  if (value === null) throw new Refusal(`expected a date, a time or a duration in ISO 8601, but @"${text.slice(0, 40)}" is none`);
  return value as FeelDateTime | FeelDuration;
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]);
const items = (values: readonly unknown[]) => (values.length === 1 ? asList(values[0]) : values);

function extreme(run: Run, values: readonly unknown[], sign: 1 | -1): unknown {
  const list = items(values);
  spend(run, list.length);
  if (list.some((value) => order(value, list[0]) === null)) return null;
  return list.reduce((best, value) => (order(value, best)! * sign > 0 ? value : best), list[0]) ?? null;
}

function median(run: Run, list: readonly unknown[]): number | null {
  spend(run, list.length * 4);
  if (list.length === 0 || !list.every((value) => typeof value === 'number')) return null;
  const sorted = list.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function local(run: Run): string {
  const instant = Date.parse(run.at);
  if (Number.isNaN(instant)) throw new Refusal(`expected an instant such as 2026-01-31T08:00:00Z, but came "${run.at}"`);
  return new Date(instant + run.offsetMinutes * 60_000).toISOString().slice(0, 19);
}

function offset({ offsetMinutes }: Run): string {
  const size = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}
