import { stringOf } from '../string.ts';
import { numberOf } from '../decimal.ts';
import type { FeelRange } from '../range.ts';
import { parseDuration } from '../time/duration.ts';
import { parseDate, parseDateTime, parseTemporal, parseTime } from '../time/parse.ts';

const pattern = /^\s*([[\](])\s*(.*?)\s*\.\.\s*(.*?)\s*([\])[])\s*$/s;
const conversions: Readonly<Record<string, (text: string) => unknown>> = { date: parseDate, time: parseTime, 'date and time': parseDateTime, duration: parseDuration };

/** The end of a range as a literal; undefined when it is left open, null when it is none. */
function endpoint(text: string): unknown {
  if (text === '') return undefined;
  const [, name, literal] = /^(@|date and time|date|time|duration)\s*\(?\s*("(?:[^"\\]|\\.)*")\s*\)?$/s.exec(text) ?? [];
  if (literal !== undefined) return name === '@' ? parseTemporal(stringOf(literal)) : conversions[name!]!(stringOf(literal));
  if (/^"(?:[^"\\]|\\.)*"$/s.test(text)) return stringOf(text);
  return numberOf(text);
}

/** The range a text such as `[18..21)` stands for (DMN 1.5, 10.3.4.1); null when it is none, or runs backwards. */
export function rangeOf(text: string, make: (start: unknown, end: unknown, startIncluded: boolean, endIncluded: boolean) => FeelRange | null): FeelRange | null {
  const [, open, first, last, close] = pattern.exec(text) ?? [];
  if (open === undefined) return null;
  const [start, end] = [endpoint(first!), endpoint(last!)];
  if (start === null || end === null || (start === undefined && (end === undefined || open === '[')) || (end === undefined && close === ']')) return null;
  return make(start, end, open === '[', close === ']');
}
