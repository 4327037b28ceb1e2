import { codec as codecOf } from '../codec.ts';
import type { Codec, Value } from '../codec.ts';
import type { Among, Selection, Where } from '../table.ts';

/** What stands for each `?`, in its order: whoever writes a part of a statement puts its own at the end. */
export type Bindings = Value[];

export const quoted = (name: string): string => `"${name}"`;

const nothing = '1 = 0';
const everything = '1 = 1';

/** The conditions as SQL that SQLite and PostgreSQL say alike; the same reading as memory-where.ts. */
export function whereSql<Row extends object>(codec: Codec<Row>, where: Where<Row>, bindings: Bindings): string {
  let sql = '';
  for (const [name, condition] of Object.entries(where)) {
    if (condition === undefined) continue;
    sql += sql === '' ? '' : ' and ';
    if (name === 'any') sql += joined(codec, ' or ', condition as readonly Where<Row>[], nothing, bindings);
    else if (name === 'all') sql += joined(codec, ' and ', condition as readonly Where<Row>[], everything, bindings);
    else sql += conditionSql(codec, name, condition, bindings);
  }
  return sql === '' ? everything : sql;
}

function joined<Row extends object>(codec: Codec<Row>, word: string, wheres: readonly Where<Row>[], none: string, bindings: Bindings): string {
  return wheres.length === 0 ? none : `(${wheres.map((one) => `(${whereSql(codec, one, bindings)})`).join(word)})`;
}

function conditionSql<Row extends object>(codec: Codec<Row>, name: string, condition: unknown, bindings: Bindings): string {
  const column = quoted(codec.raw(name));
  const bound = (value: unknown): '?' => {
    bindings.push(codec.encodeValue(name, value));
    return '?';
  };
  if (condition === null) return `${column} is null`;
  if (typeof condition !== 'object') return `${column} = ${bound(condition)}`;
  const tests = Object.entries(condition).filter(([, wanted]) => wanted !== undefined).map(([test, wanted]): string => {
    switch (test) {
      case 'in': return (wanted as readonly unknown[]).length === 0 ? nothing : `${column} in (${(wanted as readonly unknown[]).map(bound).join(', ')})`;
      case 'not': return wanted === null ? `${column} is not null` : `(${column} <> ${bound(wanted)} or ${column} is null)`;
      case 'lt': return `${column} < ${bound(wanted)}`;
      case 'lte': return `${column} <= ${bound(wanted)}`;
      case 'gt': return `${column} > ${bound(wanted)}`;
      case 'gte': return `${column} >= ${bound(wanted)}`;
      case 'startsWith': return startSql(column, wanted as string, bindings);
      case 'contains': {
        bindings.push(`%${literal(wanted as string)}%`);
        return `${column} like ? escape '!'`;
      }
      // The text as JSON writes it, in its own quotes: no part of another item looks like that. (`like` would not tell upper from lower case everywhere.)
      case 'has': {
        bindings.push(JSON.stringify(wanted));
        return `replace(${column}, ?, '') <> ${column}`;
      }
      case 'among': return `${column} in (${amongSql(wanted as Among['among'], bindings)})`;
      default: throw new Error(`expected a condition on "${name}" such as in, not, lt, lte, gt, gte, startsWith, contains, among or has, but got "${test}"`);
    }
  });
  return tests.length === 0 ? everything : tests.join(' and ');
}

function amongSql({ table, column, where }: Among['among'], bindings: Bindings): string {
  const other = codecOf(table);
  return `select ${quoted(other.raw(column))} from ${quoted(other.table)} where ${whereSql(other, where, bindings)}`;
}

/** A range rather than `like`: it uses the index and tells upper from lower case on every database. */
function startSql(column: string, start: string, bindings: Bindings): string {
  if (start === '') return `${column} is not null`;
  bindings.push(start, `${start}\u{10FFFF}`);
  return `(${column} >= ? and ${column} < ?)`;
}

function literal(text: string): string {
  return text.replaceAll(/[!%_]/g, '!$&');
}

/** What is missing comes last. A key is never missing, and SQLite reads an index in its order only where that is not said again. */
export function orderedBy<Row extends object>(codec: Codec<Row>, name: string, way: 'asc' | 'desc'): string {
  const column = codec.raw(name);
  if (codec.key.includes(column)) return `${quoted(column)} ${way}`;
  return `${quoted(column)} ${way === 'asc' ? 'asc nulls last' : 'desc nulls first'}`;
}

/** Order, limit and lock, to stand behind the conditions. */
export function selectionSql<Row extends object>(codec: Codec<Row>, { order, limit, offset, lock }: Selection<Row>, locks: boolean, bindings: Bindings): string {
  let sql = order === undefined || order.length === 0 ? '' : ` order by ${order.map(([name, way]) => orderedBy(codec, name, way)).join(', ')}`;
  // A limit that is bound as such makes SQLite plan the statement anew each time; it knows an offset only behind a limit.
  if (limit === 1) sql += ' limit 1';
  else if (limit !== undefined) {
    sql += ' limit (? + 0)';
    bindings.push(limit);
  } else if (offset !== undefined) sql += ` limit ${Number.MAX_SAFE_INTEGER}`;
  if (offset !== undefined) {
    sql += ' offset ?';
    bindings.push(offset);
  }
  if (locks && lock !== undefined) sql += lock === 'skip' ? ' for update skip locked' : ' for update';
  return sql;
}
