import { Refusal } from '../expression/run.ts';
import type { Run } from '../expression/run.ts';
import { kindOf } from '../expression/value.ts';
import type { Context } from '../expression/value.ts';
import { fit } from './conform.ts';
import type { ItemType } from './item-type.ts';
import { typed } from './typed.ts';

/** Data from outside as its type wants it: text becomes dates, times and durations where the type has them. Throws a Refusal for what does not fit. */
export function given(value: unknown, type: ItemType, name: string, run: Run): unknown {
  const found = fit(made(value, type, name), type, run);
  if (found === undefined) throw new Refusal(`expected "${name}" to be what its type says${type.values === undefined ? '' : ` and one of ${type.values}`}, but it is ${kindOf(value)} ${JSON.stringify(value).slice(0, 60)}`);
  return found;
}

function made(value: unknown, type: ItemType, name: string): unknown {
  if (type.kind === 'simple') return typed(value, type.name, name);
  if (type.kind === 'list' && Array.isArray(value)) return value.map((element) => made(element, type.of, name));
  if (type.kind === 'structure' && kindOf(value) === 'context') {
    return Object.fromEntries(Object.entries(value as Context).map(([key, entry]) => [key, type.fields[key] === undefined ? entry : made(entry, type.fields[key], `${name}.${key}`)]));
  }
  return value;
}
