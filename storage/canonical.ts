/**
 * JSON with the keys of every object in order and no white space: the same value is always the same text.
 * Throws for what JSON cannot say, so that nothing is hashed as less than it is.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, held]) => held !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
  }
  throw new TypeError(`expected a JSON value, but got ${typeof value === 'number' ? String(value) : typeof value}`);
}
