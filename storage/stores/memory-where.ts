import { codec as codecOf } from '../codec.ts';
import type { Codec, Raw } from '../codec.ts';
import type { Among, Selection, TableOf, Where } from '../table.ts';

type Value = string | number | null;

/** What each table of the store holds. */
export type Held = (table: TableOf<object>) => Iterable<Raw>;

/** Whether a kept row is what is asked for; the reading that sql-where.ts puts into SQL. */
export function matches<Row extends object>(codec: Codec<Row>, held: Held, raw: Raw, where: Where<Row>): boolean {
  return Object.entries(where).every(([name, condition]) => {
    if (condition === undefined) return true;
    if (name === 'any') return (condition as readonly Where<Row>[]).some((one) => matches(codec, held, raw, one));
    if (name === 'all') return (condition as readonly Where<Row>[]).every((one) => matches(codec, held, raw, one));
    return holds(codec, held, name, raw[codec.raw(name)] ?? null, condition);
  });
}

function holds<Row extends object>(codec: Codec<Row>, held: Held, name: string, value: Value, condition: unknown): boolean {
  if (condition === null || typeof condition !== 'object') return value === codec.encodeValue(name, condition);
  return Object.entries(condition).every(([test, wanted]) => {
    if (wanted === undefined) return true;
    if (test === 'in') return (wanted as readonly unknown[]).some((one) => value === codec.encodeValue(name, one));
    if (test === 'not') return value !== codec.encodeValue(name, wanted);
    if (value === null) return false;
    if (test === 'among') return stands(held, value, wanted as Among['among']);
    if (test === 'startsWith') return String(value).startsWith(wanted as string);
    if (test === 'has') return (JSON.parse(String(value)) as unknown[]).includes(wanted);
    if (test === 'contains') return String(value).includes(wanted as string);
    const bound = codec.encodeValue(name, wanted) as string | number;
    if (test === 'lt') return value < bound;
    if (test === 'lte') return value <= bound;
    if (test === 'gt') return value > bound;
    if (test === 'gte') return value >= bound;
    throw new Error(`expected a condition on "${name}" such as in, not, lt, lte, gt, gte, startsWith, contains, among or has, but got "${test}"`);
  });
}

function stands(held: Held, value: Value, { table, column, where }: Among['among']): boolean {
  const other = codecOf(table);
  return [...held(table)].some((raw) => raw[other.raw(column)] === value && matches(other, held, raw, where));
}

export function arranged<Row extends object>(codec: Codec<Row>, found: readonly Raw[], selection: Selection<Row>): Raw[] {
  const order = (selection.order ?? []).map(([name, way]) => ({ column: codec.raw(name), sign: way === 'asc' ? 1 : -1 }));
  const sorted = found.toSorted((a, b) => {
    for (const { column, sign } of order) {
      const compared = compare(a[column] ?? null, b[column] ?? null) * sign;
      if (compared !== 0) return compared;
    }
    return 0;
  });
  const from = selection.offset ?? 0;
  return sorted.slice(from, selection.limit === undefined ? undefined : from + selection.limit);
}

function compare(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
