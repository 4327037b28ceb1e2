import { parseDateTime } from '../expression/time/parse.ts';
import { FeelFunction } from '../expression/function.ts';
import { prepare } from '../expression/prepare.ts';
import { warn } from '../expression/run.ts';
import type { Run } from '../expression/run.ts';
import { kindOf } from '../expression/value.ts';
import type { Context, Kind } from '../expression/value.ts';
import type { ItemType, TypeName } from './item-type.ts';

const kinds: Readonly<Record<Exclude<TypeName, 'Any'>, Kind>> = {
  string: 'string', number: 'number', boolean: 'boolean', date: 'date', time: 'time', dateTime: 'date time', dayTimeDuration: 'days duration', yearMonthDuration: 'months duration',
};

/** The value as the type wants it, or null and a warning when it does not fit (DMN 1.5, 10.3.2.9.4 and 7.3.3). */
export function conform(value: unknown, type: ItemType, name: string, run: Run): unknown {
  const found = fit(value, type, run);
  if (found !== undefined) return found;
  warn(run, `"${name}" is ${kindOf(value)}, which is not what its type says, and counts as null`);
  return null;
}

/** Undefined when the value does not fit. A list of one stands for its element, an element for a list of one, a date for its midnight. */
export function fit(value: unknown, type: ItemType, run: Run): unknown {
  if (value === null || value === undefined) return null;
  const made = shaped(value, type, run) ?? (Array.isArray(value) && value.length === 1 && type.kind !== 'list' ? shaped(value[0], type, run) : undefined);
  if (made === undefined || type.values === undefined) return made;
  return allowed(made, type.values, run) ? made : undefined;
}

function shaped(value: unknown, type: ItemType, run: Run): unknown {
  switch (type.kind) {
    case 'simple':
      if (type.name === 'Any' || kindOf(value) === kinds[type.name]) return value;
      return type.name === 'dateTime' && kindOf(value) === 'date' ? parseDateTime(`${String(value)}T00:00:00Z`) : undefined;
    case 'list': {
      const elements = (Array.isArray(value) ? value : [value]).map((element: unknown) => fit(element, type.of, run));
      return elements.includes(undefined) ? undefined : elements;
    }
    case 'structure': {
      if (kindOf(value) !== 'context') return undefined;
      const result: Record<string, unknown> = { ...(value as Context) };
      for (const [field, of] of Object.entries(type.fields)) {
        if (!Object.hasOwn(result, field)) return undefined;
        result[field] = fit(result[field], of, run);
        if (result[field] === undefined) return undefined;
      }
      return result;
    }
    case 'function': return value instanceof FeelFunction && value.parameterNames.length === type.parameters ? value : undefined;
  }
}

const allowed = (value: unknown, tests: string, run: Run): boolean => prepare(tests, 'tests', {})({ run, names: { '?': value } }) === true;
