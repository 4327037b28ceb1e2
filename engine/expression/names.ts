import type { Scope } from './run.ts';
import { kindOf } from './value.ts';
import type { Context } from './value.ts';

const plainName = /^[\p{L}_][\p{L}\p{N}_]*( [\p{L}_][\p{L}\p{N}_]*)*$/u;
const reserved = /(^| )(and|or|in|of|if|then|else|for|return|every|some|satisfies|between|instance|function|external|not|null|true|false|date|time|duration)( |$)/;

/** Words of FEEL itself (DMN 1.5, 10.3.1.2): if the parser knew data by such a name, they would change what every expression means. */
const keywords = new Set(['and', 'or', 'in', 'of', 'if', 'then', 'else', 'for', 'return', 'every', 'some', 'satisfies', 'between', 'instance', 'function', 'external', 'not', 'null', 'true', 'false', 'date', 'time', 'duration']);

/** FEEL compares names without the spaces around the operators they may hold (DMN 1.5, 10.3.1.5). */
export function normalName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').replace(/ ?([./\-'+*]) ?/g, '$1');
}

/** The value of `name` in one context: an own entry, never something inherited. */
export function entry(context: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(context, name)) return context[name] ?? null;
  const normal = normalName(name);
  for (const key in context) if (key.length >= normal.length && Object.hasOwn(context, key) && normalName(key) === normal) return context[key] ?? null;
  return undefined;
}

/** The innermost value of `name`, undefined when nothing has that name. */
export function find(scope: Scope, name: string): unknown {
  for (let here: Scope | undefined = scope; here !== undefined; here = here.outer) {
    const value = entry(here.names, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Keys in `data` that only parse as one name when the parser knows them, such as "Mike's age", and that `text` may mean. */
export function oddNames(data: unknown, text: string): readonly string[] {
  const keys = keysOf(data, true);
  if (keys.length === 0) return keys;
  const letters = text.replace(/\s+/g, '');
  return keys.filter((key) => letters.includes(key.replace(/\s+/g, '')));
}

/** The part of `data` that the parser must know: a plain name such as "years" would keep it from reading "years and months duration". */
export function hints(data: Context, text: string): Context {
  if (oddNames(data, text).length === 0) return {};
  return Object.fromEntries(Object.entries(data).filter(([key, value]) => !keywords.has(key) && (isOdd(key) || keysOf(value).length > 0)));
}

/** Keys that have been judged: as many as procedures have, and not those that are texts in disguise. */
const mostKeys = 10_000;
const longestKey = 100;
const judged = new Map<string, boolean>();

const isOdd = (key: string): boolean => {
  const known = judged.get(key);
  if (known !== undefined) return known;
  const odd = !plainName.test(key) || reserved.test(key);
  if (key.length > longestKey) return odd;
  if (judged.size >= mostKeys) judged.clear();
  judged.set(key, odd);
  return odd;
};

const none: readonly string[] = [];

const remembered = new WeakMap<object, readonly string[]>();
/** So few entries are looked through again sooner than they are remembered: data are mostly new when they are asked. */
const few = 8;

/** Data is immutable, so the walk through it is done once per object, not once per expression. */
function keysOf(data: unknown, isWhole = false): readonly string[] {
  if (typeof data !== 'object' || data === null) return none;
  const known = remembered.get(data);
  if (known !== undefined) return known;
  const odd: string[] = [];
  if (Array.isArray(data)) {
    for (const value of data) for (const name of keysOf(value)) odd.push(name);
    remembered.set(data, odd);
  } else if (kindOf(data) === 'context') {
    const keys = Object.keys(data);
    for (const key of keys) {
      if (isOdd(key)) odd.push(key);
      for (const name of keysOf((data as Context)[key])) odd.push(name);
    }
    if (!isWhole || keys.length > few) remembered.set(data, odd);
  }
  return odd;
}
