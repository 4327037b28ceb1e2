/** How the server takes a statement whose text comes again: `$1` for each binding, and a name under which it is kept prepared; no name, no keeping. */
export interface Spoken {
  readonly text: string;
  readonly name: string;
}

/** Text that differs by the length of a long list has no name: a server keeps what it prepares. */
const spoken = new Map<string, Spoken>();
const MOST_NAMES = 500;
const LONG_LIST = / in \((\?, ){4}/;

export function spokenOf(sql: string): Spoken {
  const known = spoken.get(sql);
  if (known !== undefined) return known;
  let number = 0;
  const text = sql.replaceAll('?', () => `$${(number += 1)}`);
  if (spoken.size >= MOST_NAMES || LONG_LIST.test(sql)) return { text, name: '' };
  const own = { text, name: `motcua_${spoken.size}` };
  spoken.set(sql, own);
  return own;
}
