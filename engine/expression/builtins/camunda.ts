import { equal } from '../compare.ts';
import { countOf } from '../decimal.ts';
import type { Numeric } from '../decimal.ts';
import { extract } from '../pattern.ts';
import { quietly, spend } from '../run.ts';
import { FeelDuration } from '../time/duration.ts';
import { daysIn, FeelDate, type FeelDateTime } from '../time/values.ts';
import type { Context } from '../value.ts';
import { define, safeKey, type Builtin } from './signature.ts';

type List = readonly unknown[];

/**
 * Functions that Camunda adds to FEEL, so that drawings and decisions made there mean the same here. Those that give another value
 * each time (`uuid`, `random number`) are none: what was decided could not be decided again.
 */
export const camunda: readonly (readonly [string, Builtin])[] = [
  ['is defined', { parameters: ['value'], ask: (scope, [value]) => value !== undefined && quietly(value, scope) !== null }],
  ['get or else', { parameters: ['value', 'default'], ask: (scope, [value, other]) => (value && quietly(value, scope)) ?? other?.(scope) ?? null }],
  ...define({
    'is blank(string: string)': (_run, string: string) => string.trim() === '',
    'is empty(list: list)': (_run, list: List) => list.length === 0,
    'trim(string: string)': (_run, string: string) => string.trim(),
    'extract(string: string, pattern: string)': (run, string: string, pattern: string) => extract(run, string, pattern),
    'duplicate values(list: list)': (run, list: List) => {
      const [seen, twice]: [unknown[], unknown[]] = [[], []];
      for (const value of list) {
        const among = (values: List): boolean => values.some((other) => equal(other, value, run) === true);
        if (!among(seen)) seen.push(value);
        else if (!among(twice)) twice.push(value);
      }
      return twice;
    },
    'partition(list: list, size: number)': (run, list: List, size: Numeric) => {
      const count = countOf(size);
      if (count === undefined || count < 1) return null;
      spend(run, list.length);
      return Array.from({ length: Math.ceil(list.length / count) }, (_each, turn) => list.slice(turn * count, (turn + 1) * count));
    },
    'put(context: context, key: string, value: any)': (_run, context: Context, key: string, value: unknown) => ({ ...context, [safeKey(key)]: value }),
    'put all(...contexts: context)': (_run, contexts: readonly Context[]) => Object.assign({}, ...contexts) as Context,
    'last day of month(date: day)': (_run, day: FeelDate | FeelDateTime) => {
      const { year, month } = day instanceof FeelDate ? day : day.date;
      return new FeelDate(year, month, daysIn(year, month));
    },
    // With one value it is the interval, and there is no end to it.
    'cycle(repetitions: any, interval: any?)': (_run, repetitions: unknown, interval?: unknown) => {
      const every = interval ?? repetitions;
      const times = interval === undefined || repetitions === null ? '' : countOf(repetitions);
      return every instanceof FeelDuration && times !== undefined ? `R${times}/${every}` : null;
    },
  }),
];
