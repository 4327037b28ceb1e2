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
  if (found === undefined) throw new Refusal(`expected "${name}" to be ${saying(type)}, but it is ${kindOf(value)} ${JSON.stringify(value).slice(0, 60)}`);
  return found;
}

/** The type in words. */
function saying(type: ItemType): string {
  return `${kindsOf(type)}${type.values === undefined ? '' : ` and one of ${type.values}`}`;
}

function kindsOf(type: ItemType, many = ''): string {
  switch (type.kind) {
    case 'simple': return type.name === 'Any' ? `any value${many}` : `${many === '' ? 'a ' : ''}${type.name}${many}`;
    case 'list': return `${many === '' ? 'a list' : 'lists'} of ${kindsOf(type.of, 's')}`;
    case 'structure': {
      const fields = Object.keys(type.fields);
      return `${many === '' ? 'a context' : 'contexts'}${fields.length === 0 ? '' : ` with ${fields.join(', ')}`}`;
    }
    case 'function': return `${many === '' ? 'a function' : 'functions'} of ${type.parameters} parameters`;
  }
}

function made(value: unknown, type: ItemType, name: string): unknown {
  if (type.kind === 'simple') return typed(value, type.name, name);
  if (type.kind === 'list' && Array.isArray(value)) return value.map((element) => made(element, type.of, name));
  if (type.kind === 'structure' && kindOf(value) === 'context') {
    return Object.fromEntries(Object.entries(value as Context).map(([key, entry]) => [key, type.fields[key] === undefined ? entry : made(entry, type.fields[key], `${name}.${key}`)]));
  }
  return value;
}
