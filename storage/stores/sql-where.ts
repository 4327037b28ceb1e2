import type { Codec } from '../codec.ts';
import type { Selection, Where } from '../table.ts';

export type Binding = string | number | null;

/** SQL that SQLite and PostgreSQL say alike, `?` for each binding. */
export interface Sql {
  readonly sql: string;
  readonly bindings: readonly Binding[];
}

export const quoted = (name: string): string => `"${name}"`;

const nothing: Sql = { sql: '1 = 0', bindings: [] };
const everything: Sql = { sql: '1 = 1', bindings: [] };

/** The conditions as SQL; the same reading as memory-where.ts. */
export function whereSql<Row extends object>(codec: Codec<Row>, where: Where<Row>): Sql {
  const parts = Object.entries(where).flatMap(([name, condition]): Sql[] => {
    if (condition === undefined) return [];
    if (name === 'any') return [joined('or', (condition as readonly Where<Row>[]).map((one) => whereSql(codec, one)), nothing)];
    return [conditionSql(codec, name, condition)];
  });
  return joined('and', parts, everything);
}

function joined(word: 'and' | 'or', parts: readonly Sql[], none: Sql): Sql {
  if (parts.length === 0) return none;
  return { sql: `(${parts.map(({ sql }) => sql).join(` ${word} `)})`, bindings: parts.flatMap(({ bindings }) => bindings) };
}

function conditionSql<Row extends object>(codec: Codec<Row>, name: string, condition: unknown): Sql {
  const column = quoted(codec.raw(name));
  const value = (wanted: unknown): Binding => codec.encodeValue(name, wanted);
  if (condition === null) return { sql: `${column} is null`, bindings: [] };
  if (typeof condition !== 'object') return { sql: `${column} = ?`, bindings: [value(condition)] };
  const tests = Object.entries(condition).filter(([, wanted]) => wanted !== undefined).map(([test, wanted]): Sql => {
    switch (test) {
      case 'in': return inSql(column, (wanted as readonly unknown[]).map(value));
      case 'not': return wanted === null ? { sql: `${column} is not null`, bindings: [] } : { sql: `(${column} <> ? or ${column} is null)`, bindings: [value(wanted)] };
      case 'lt': return { sql: `${column} < ?`, bindings: [value(wanted)] };
      case 'lte': return { sql: `${column} <= ?`, bindings: [value(wanted)] };
      case 'gt': return { sql: `${column} > ?`, bindings: [value(wanted)] };
      case 'gte': return { sql: `${column} >= ?`, bindings: [value(wanted)] };
      case 'startsWith': return startSql(column, wanted as string);
      case 'contains': return { sql: `${column} like ? escape '!'`, bindings: [`%${literal(wanted as string)}%`] };
      default: throw new Error(`expected a condition on "${name}" such as in, not, lt, lte, gt, gte, startsWith or contains, but got "${test}"`);
    }
  });
  return joined('and', tests, everything);
}

function inSql(column: string, values: readonly Binding[]): Sql {
  return values.length === 0 ? nothing : { sql: `${column} in (${values.map(() => '?').join(', ')})`, bindings: values };
}

/** A range rather than `like`: it uses the index and tells upper from lower case on every database. */
function startSql(column: string, start: string): Sql {
  if (start === '') return { sql: `${column} is not null`, bindings: [] };
  return { sql: `(${column} >= ? and ${column} < ?)`, bindings: [start, `${start}\u{10FFFF}`] };
}

function literal(text: string): string {
  return text.replaceAll(/[!%_]/g, '!$&');
}

/** Order, limit and lock, to stand behind the conditions. */
export function selectionSql<Row extends object>(codec: Codec<Row>, selection: Selection<Row>, locks: boolean): Sql {
  const { order = [], limit, offset, lock } = selection;
  const by = order.map(([name, way]) => `${quoted(codec.raw(name))} ${way === 'asc' ? 'asc nulls last' : 'desc nulls first'}`);
  const parts: string[] = by.length === 0 ? [] : [`order by ${by.join(', ')}`];
  const bindings: number[] = [];
  if (limit !== undefined || offset !== undefined) {
    // SQLite knows an offset only behind a limit.
    parts.push('limit ? offset ?');
    bindings.push(limit ?? Number.MAX_SAFE_INTEGER, offset ?? 0);
  }
  if (locks && lock !== undefined) parts.push(lock === 'skip' ? 'for update skip locked' : 'for update');
  return { sql: parts.join(' '), bindings };
}
