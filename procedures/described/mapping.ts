import { evaluate } from '../../engine/expression/feel.ts';
import type { Data, Json } from '../../engine/state.ts';
import type { Mapping } from './description.ts';

/** What a mapping may read, at which instant. */
export interface Facts {
  readonly data: Data;
  readonly at: string;
}

/** A text or mapping that gave no value, with its place in the file. It quotes no value: what is mapped may be personal. */
export class NoValue extends Error {
  override readonly name = 'NoValue';
}

/** The value of a FEEL text. Throws NoValue when it fails, or asks for what is not there. */
export function valueOf(feel: string, { data, at }: Facts, place: string): Json {
  const result = evaluate(feel, data, at, { kept: true });
  if ('failed' in result) throw new NoValue(`expected ${place} to have a value, but ${result.failed}`);
  if (result.warnings.length > 0) throw new NoValue(`expected ${place} to have a value, but ${result.warnings[0]}`);
  return result.value;
}

/** The value of a mapping: each text in it is FEEL. */
export function mapped(mapping: Mapping, facts: Facts, place: string): Json {
  if (typeof mapping === 'string') return valueOf(mapping, facts, place);
  if (Array.isArray(mapping)) return (mapping as readonly Mapping[]).map((one, index) => mapped(one, facts, `${place}/${index}`));
  if (mapping !== null && typeof mapping === 'object') return Object.fromEntries(Object.entries(mapping).map(([name, one]) => [name, mapped(one, facts, `${place}/${name}`)]));
  return mapping as Json;
}

/** Whether a condition holds; one that is missing does. */
export const holds = (feel: string | undefined, facts: Facts, place: string): boolean => feel === undefined || valueOf(feel, facts, place) === true;

/** A value as it stands in an address or a header. Throws NoValue for what is no single value. */
export function written(value: Json, place: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new NoValue(`expected ${place} to be a text, a number, true or false, but it is ${value === null ? 'nothing' : 'a list or an object'}`);
}
