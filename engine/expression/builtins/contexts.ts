import { entry } from '../names.ts';
import { kindOf } from '../value.ts';
import type { Context } from '../value.ts';
import { define, safeKey } from './signature.ts';

function put(context: unknown, [key, ...rest]: readonly unknown[], value: unknown): Context | null {
  if (kindOf(context) !== 'context' || typeof key !== 'string') return null;
  const inner = rest.length === 0 ? value : put((context as Context)[safeKey(key)], rest, value);
  return rest.length > 0 && inner === null ? null : { ...(context as Context), [safeKey(key)]: inner };
}

/** DMN 1.5, 10.3.4.10. */
export const contexts = define({
  'get value(m: context, key: string)': (_run, context: Context, key: string) => entry(context, key),
  'get entries(m: context)': (_run, context: Context) => Object.entries(context).map(([key, value]) => ({ key, value })),
  'context(...entries: context)': (_run, entries: readonly Context[]) => {
    const keys = entries.map(({ key }) => key);
    if (!entries.every((each) => typeof each['key'] === 'string' && Object.hasOwn(each, 'value')) || new Set(keys).size < keys.length) return null;
    return Object.fromEntries(entries.map(({ key, value }) => [safeKey(key as string), value]));
  },
  'context merge(...contexts: context)': (_run, all: readonly Context[]) => Object.assign({}, ...all) as Context,
  'context put(context: context, key: any?, value: any, keys: list?)': (_run, context: Context, key: unknown, value: unknown, path?: readonly unknown[]) => {
    const keys: readonly unknown[] = path ?? (Array.isArray(key) ? key : [key]);
    return keys.length === 0 ? null : put(context, keys, value);
  },
});
