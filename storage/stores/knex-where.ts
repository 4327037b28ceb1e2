import type { Knex } from 'knex';
import type { Codec } from '../codec.ts';
import type { Selection, Where } from '../table.ts';

/** Adds the conditions to a query; the same reading as memory-where.ts. */
export function addWhere<Row extends object>(query: Knex.QueryBuilder, codec: Codec<Row>, where: Where<Row>): Knex.QueryBuilder {
  for (const [name, condition] of Object.entries(where)) {
    if (condition === undefined) continue;
    if (name === 'any') addAny(query, codec, condition as readonly Where<Row>[]);
    else addCondition(query, codec, name, condition);
  }
  return query;
}

function addAny<Row extends object>(query: Knex.QueryBuilder, codec: Codec<Row>, any: readonly Where<Row>[]): void {
  if (any.length === 0) void query.whereRaw('1 = 0');
  void query.where((group) => {
    for (const one of any) void group.orWhere((inner) => void (Object.keys(one).length === 0 ? inner.whereRaw('1 = 1') : addWhere(inner, codec, one)));
  });
}

function addCondition<Row extends object>(query: Knex.QueryBuilder, codec: Codec<Row>, name: string, condition: unknown): void {
  const column = codec.raw(name);
  const value = (wanted: unknown): Knex.Value => codec.encodeValue(name, wanted) as Knex.Value;
  if (condition === null) return void query.whereNull(column);
  if (typeof condition !== 'object') return void query.where(column, value(condition));
  for (const [test, wanted] of Object.entries(condition)) {
    if (wanted === undefined) continue;
    switch (test) {
      case 'in': void query.whereIn(column, (wanted as readonly unknown[]).map(value)); break;
      case 'not': addNot(query, column, wanted === null ? null : value(wanted)); break;
      case 'lt': void query.where(column, '<', value(wanted)); break;
      case 'lte': void query.where(column, '<=', value(wanted)); break;
      case 'gt': void query.where(column, '>', value(wanted)); break;
      case 'gte': void query.where(column, '>=', value(wanted)); break;
      case 'startsWith': addStart(query, column, wanted as string); break;
      case 'contains': void query.whereRaw(`?? like ? escape '!'`, [column, `%${literal(wanted as string)}%`]); break;
      default: throw new Error(`expected a condition on "${name}" such as in, not, lt, lte, gt, gte, startsWith or contains, but got "${test}"`);
    }
  }
}

function addNot(query: Knex.QueryBuilder, column: string, value: Knex.Value | null): void {
  if (value === null) return void query.whereNotNull(column);
  void query.where((either) => void either.whereNot(column, value).orWhereNull(column));
}

/** A range rather than `like`: it uses the index and tells upper from lower case on every database. */
function addStart(query: Knex.QueryBuilder, column: string, start: string): void {
  if (start === '') return void query.whereNotNull(column);
  void query.where(column, '>=', start).where(column, '<', `${start}\u{10FFFF}`);
}

function literal(text: string): string {
  return text.replaceAll(/[!%_]/g, '!$&');
}

export function addSelection<Row extends object>(query: Knex.QueryBuilder, codec: Codec<Row>, selection: Selection<Row>, locks: boolean): Knex.QueryBuilder {
  for (const [name, way] of selection.order ?? []) void query.orderByRaw(way === 'asc' ? '?? asc nulls last' : '?? desc nulls first', [codec.raw(name)]);
  if (selection.limit !== undefined) void query.limit(selection.limit);
  if (selection.offset !== undefined) void query.offset(selection.offset);
  if (locks && selection.lock !== undefined) {
    void query.forUpdate();
    if (selection.lock === 'skip') void query.skipLocked();
  }
  return query;
}
