/**
 * JSON with the keys of every object in order and no white space: the same value is always the same text.
 * Throws for what JSON cannot say, so that nothing is hashed as less than it is.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string': case 'boolean': return JSON.stringify(value);
    case 'number': {
      if (Number.isFinite(value)) return JSON.stringify(value);
      break;
    }
    case 'object': {
      if (value === null) return 'null';
      return Array.isArray(value) ? listed(value) : written(value as Fields);
    }
    default:
  }
  throw new TypeError(`expected a JSON value, but got ${typeof value === 'number' ? String(value) : typeof value}`);
}

interface Fields { readonly [name: string]: unknown }

function listed(values: readonly unknown[]): string {
  let text = '';
  for (const value of values) text += `${text === '' ? '' : ','}${canonical(value)}`;
  return `[${text}]`;
}

function written(fields: Fields): string {
  let text = '';
  for (const key of inOrder(Object.keys(fields))) {
    const held = fields[key];
    if (held !== undefined) text += `${text === '' ? '' : ','}${named(key)}${canonical(held)}`;
  }
  return `{${text}}`;
}

/** What is written by one program is mostly in order already. */
function inOrder(keys: readonly string[]): readonly string[] {
  for (let index = 1; index < keys.length; index += 1) if (keys[index - 1]! > keys[index]!) return keys.toSorted();
  return keys;
}

/** Names come again and again; so many of them are kept as they are written. */
const MOST_NAMES = 2_000;
const names = new Map<string, string>();

function named(key: string): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  const text = `${JSON.stringify(key)}:`;
  if (names.size < MOST_NAMES) names.set(key, text);
  return text;
}
