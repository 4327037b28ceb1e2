import type { Data, Json } from '../engine/state.ts';
import type { Draft } from './field-path.ts';
import type { ExpandedForm } from './expand.ts';
import type { Schema } from './form.ts';
import { parseNumber } from './number.ts';

const clean = (text: string) => text.normalize('NFC').replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '');
const line = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

function isoDate(text: string): string {
  const parts = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text);
  if (!parts) return text;
  const [, day = '', month = '', year = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function phone(text: string): string {
  const digits = text.replace(/[\s.()\-\u00a0]/g, '');
  return digits.replace(/^(\+84|0084)0?/, '0').replace(/^84(?=\d{9}$)/, '0');
}

/** Ways to read typed text, named by `x-normalise` in a schema. */
export const normalisers: Readonly<Record<string, (text: string) => string>> = {
  line,
  text: (text) => text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(/(?!\n)\p{Cc}/gu, '').trim(),
  digits: (text) => text.replace(/[\s.\-\u00a0]/g, ''),
  code: (text) => text.replace(/[\s.\u00a0]/g, '').toLocaleUpperCase('vi'),
  upper: (text) => line(text).toLocaleUpperCase('vi'),
  phone,
  date: (text) => isoDate(line(text)),
};

function scalar(schema: Schema, text: string): Json | undefined {
  const tidy = clean(text);
  const way = typeof schema['x-normalise'] === 'string' ? schema['x-normalise'] : 'line';
  if (schema.type === 'number' || schema.type === 'integer') return line(tidy) === '' ? undefined : (parseNumber(tidy) ?? line(tidy));
  const value = (normalisers[way] ?? line)(tidy);
  return value === '' ? undefined : value;
}

function visit(schema: Schema | undefined, value: Json): Json | undefined {
  if (typeof value === 'string') return scalar(schema ?? {}, value);
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map((one: Json) => visit(schema?.items, one) ?? (schema?.items?.type === 'object' ? {} : '')) as Json;
  if (typeof value !== 'object') return value;
  const result: Draft = {};
  for (const [key, one] of Object.entries(value)) {
    if (key === '__proto__') continue;
    const inside = visit(schema?.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined, one);
    if (inside !== undefined) result[key] = inside;
  }
  return result;
}

/**
 * The answer as it is kept: NFC, trimmed, numbers and dates read from what people type, identity numbers without
 * spaces; what is empty is absent. Text that cannot be read stays as it is, for the validator to complain of.
 */
export const normalise = (form: ExpandedForm, answer: Data): Data => visit(form.schema, answer) as Data;
