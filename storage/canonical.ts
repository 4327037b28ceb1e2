/**
 * JSON with the keys of every object in order and no white space: the same value is always the same text.
 * Throws for what JSON cannot say, so that nothing is hashed as less than it is.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object') {
    let text = '';
    for (const key of Object.keys(value).toSorted()) {
      const held = (value as { readonly [name: string]: unknown })[key];
      if (held !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(held)}`;
    }
    return `{${text}}`;
  }
  throw new TypeError(`expected a JSON value, but got ${typeof value === 'number' ? String(value) : typeof value}`);
}
