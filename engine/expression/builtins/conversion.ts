import { isNumeric, numberOf, textOfNumber } from '../decimal.ts';
import { equal } from '../compare.ts';
import { FeelFunction } from '../function.ts';
import { FeelRange } from '../range.ts';
import { kindOf } from '../value.ts';
import type { Context } from '../value.ts';
import { define } from './signature.ts';

/** A value as text (DMN 1.5, 10.3.4.1); texts inside of others are quoted. */
function textOf(value: unknown, inside: boolean): string {
  if (typeof value === 'string') return inside ? `"${value.replace(/["\\]/g, '\\$&')}"` : value;
  if (isNumeric(value)) return textOfNumber(value);
  if (Array.isArray(value)) return `[${value.map((entry) => textOf(entry, true)).join(', ')}]`;
  if (value instanceof FeelRange) return `${value['start included'] ? '[' : '('}${textOf(value.start ?? null, true)}..${textOf(value.end ?? null, true)}${value['end included'] ? ']' : ')'}`;
  if (value instanceof FeelFunction) return `function(${value.parameterNames.join(', ')})`;
  if (kindOf(value) !== 'context') return String(value ?? null);
  return `{${Object.entries(value as Context).map(([key, entry]) => `${/[{}[\]:,"\\]/.test(key) ? textOf(key, true) : key}: ${textOf(entry, true)}`).join(', ')}}`;
}

function parsed(from: string, grouping: string | undefined, decimal = '.') {
  if ((grouping !== undefined && ![' ', ',', '.'].includes(grouping)) || !['.', ','].includes(decimal) || grouping === decimal) return null;
  const digits = grouping === undefined ? from : from.replaceAll(grouping, '');
  return decimal === ',' && digits.includes('.') ? null : numberOf(digits.replace(decimal, '.').trim());
}

export const conversion = define({
  'string(from: any)': (_run, from: unknown) => (from === null ? null : textOf(from, false)),
  'number(from: string, grouping separator: string?, decimal separator: string?)': (_run, from: string, grouping?: string, decimal?: string) => parsed(from, grouping, decimal),
  'not(negand: any)': (_run, negand: unknown) => (typeof negand === 'boolean' ? !negand : null),
  // Strict: the same type, and for points in time the same zone (DMN 1.5, 10.3.4.6).
  'is(value1: any?, value2: any?)': (run, left: unknown, right: unknown) => {
    if (left === undefined || right === undefined) return false;
    const kind = kindOf(left);
    return kind === kindOf(right) && equal(left, right, run) === true && (!kind.endsWith('time') || String(left) === String(right));
  },
});
