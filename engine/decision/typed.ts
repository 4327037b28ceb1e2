import { parseTemporal } from '../expression/time/parse.ts';
import { Refusal } from '../expression/run.ts';
import type { TypeName } from './item-type.ts';

const textual: ReadonlySet<TypeName> = new Set<TypeName>(['date', 'time', 'dateTime', 'dayTimeDuration', 'yearMonthDuration']);

/** A value as its type wants it: JSON holds dates, times and durations as ISO 8601 text. Throws a Refusal for text that is none. */
export function typed(value: unknown, type: TypeName, name: string): unknown {
  if (typeof value !== 'string' || !textual.has(type)) return value ?? null;
  const made = parseTemporal(value.slice(0, 100));
  if (made === null) throw new Refusal(`expected "${name}" to be a ${type} in ISO 8601, but came "${value.slice(0, 40)}"`);
  return made;
}
