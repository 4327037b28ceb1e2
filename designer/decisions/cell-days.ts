import type { ReadingWords } from './cell-reading.ts';

/** What stands before and after a value in a sentence. */
const around = (say: (value: string) => string): readonly [before: string, after: string] => {
  const [before = '', after = ''] = say('\u0000').split('\u0000');
  return [before, after];
};

/** `01/07/2026` → `date("2026-07-01")`. */
const asDate = (text: string): string | undefined => {
  const [, day, month, year] = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/.exec(text) ?? [];
  return day === undefined ? undefined : `date("${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}")`;
};

/** A sentence about days as a condition of FEEL: “từ 01/07/2026” → `>= date("2026-07-01")`; nothing where it is none. */
export function daysAsFeel(typed: string, { or, days, between }: Pick<ReadingWords, 'or' | 'days' | 'between'>): string | undefined {
  const text = typed.trim().toLowerCase();
  const inside = ([before, after]: readonly [string, string], of: string): string | undefined => (of.startsWith(before) && of.endsWith(after) ? of.slice(before.length, after === '' ? undefined : -after.length) : undefined);
  const [ahead = '', middle = '', behind = ''] = between('\u0000', '\u0000').split('\u0000');
  const [low, high] = inside([ahead, behind], text)?.split(middle) ?? [];
  const [from, to] = [asDate(low ?? ''), asDate(high ?? '')];
  if (from !== undefined && to !== undefined) return `[${from}..${to}]`;
  for (const sign of ['<', '<=', '>', '>='] as const) {
    const day = asDate(inside(around(days[sign]), text) ?? '');
    if (day !== undefined) return `${sign} ${day}`;
  }
  const listed = text.split(` ${or} `).map(asDate);
  return listed.length > 1 && !listed.includes(undefined) ? listed.join(', ') : undefined;
}
