import { countOf } from '../decimal.ts';
import type { Numeric } from '../decimal.ts';
import { matches, replace, split } from '../pattern.ts';
import { define } from './signature.ts';

const cut = <T>(values: readonly T[], start: Numeric, length: Numeric | undefined): readonly T[] | null => {
  const from = countOf(start);
  const count = length === undefined ? values.length : Math.trunc(Number(length));
  if (from === undefined || from === 0 || (length !== undefined && count < 1)) return null;
  const first = from > 0 ? from - 1 : Math.max(0, values.length + from);
  return values.slice(first, first + count);
};

/** DMN 1.5, 10.3.4.3: characters are those of Unicode. */
export const text = define({
  'substring(string: string, start position: number, length: number?)': (_run, string: string, start: Numeric, length?: Numeric) => cut([...string], start, length)?.join(''),
  'string length(string: string)': (_run, string: string) => [...string].length,
  'upper case(string: string)': (_run, string: string) => string.toUpperCase(),
  'lower case(string: string)': (_run, string: string) => string.toLowerCase(),
  'substring before(string: string, match: string)': (_run, string: string, match: string) => string.slice(0, Math.max(0, string.indexOf(match))),
  'substring after(string: string, match: string)': (_run, string: string, match: string) => (string.includes(match) ? string.slice(string.indexOf(match) + match.length) : ''),
  'contains(string: string, match: string)': (_run, string: string, match: string) => string.includes(match),
  'starts with(string: string, match: string)': (_run, string: string, match: string) => string.startsWith(match),
  'ends with(string: string, match: string)': (_run, string: string, match: string) => string.endsWith(match),
  'matches(input: string, pattern: string, flags: string?)': (run, input: string, pattern: string, flags?: string) => matches(run, input, pattern, flags ?? null),
  'replace(input: string, pattern: string, replacement: string, flags: string?)': (run, input: string, pattern: string, replacement: string, flags?: string) => replace(run, input, pattern, replacement, flags ?? null),
  'split(string: string, delimiter: string)': (run, string: string, delimiter: string) => split(run, string, delimiter),
  'string join(list: list, delimiter: string?)': (_run, list: readonly unknown[], delimiter = '') =>
    (list.every((entry) => typeof entry === 'string' || entry === null) ? list.filter((entry) => entry !== null).join(delimiter) : null),
  'sublist(list: list, start position: number, length: number?)': (_run, list: readonly unknown[], start: Numeric, length?: Numeric) => cut(list, start, length),
});
