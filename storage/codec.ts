import type { ColumnKind, TableOf } from './table.ts';

/** A row as databases keep it: snake_case names, JSON as text, flags as 0 and 1. */
export type Raw = Record<string, Value>;

export type Value = string | number | null;

interface Column {
  readonly name: string;
  readonly raw: string;
  readonly kind: ColumnKind;
  /** As messages call it. */
  readonly where: string;
}

/** Turns rows into what is kept and back; every store uses it, so that they read alike. */
export interface Codec<Row extends object> {
  readonly table: string;
  /** As they are called in the database. */
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly unique: readonly (readonly string[])[];
  readonly raw: (column: string) => string;
  readonly kind: (column: string) => ColumnKind;
  encode(row: Row): Raw;
  /** The same without names, in the order of `columns`. */
  values(row: Row): Value[];
  /** Only the columns that stand in the change. */
  encodeChange(change: Partial<Row>): Raw;
  encodeValue(column: string, value: unknown): Value;
  decode(raw: Readonly<Record<string, unknown>>): Row;
  /** A row that came without names, in the order of `columns`. */
  row(values: readonly unknown[]): Row;
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

const made = new WeakMap<object, unknown>();

/** Made once for each table: it is asked for in every transaction. */
export function codec<Row extends object>(shape: TableOf<Row>): Codec<Row> {
  const known = made.get(shape) as Codec<Row> | undefined;
  if (known !== undefined) return known;
  const its = codecOf(shape);
  made.set(shape, its);
  return its;
}

function codecOf<Row extends object>(shape: TableOf<Row>): Codec<Row> {
  const columns: readonly Column[] = Object.entries<ColumnKind>(shape.columns).map(([name, kind]) => ({ name, raw: snake(name), kind, where: `${shape.name}.${name}` }));
  const byName = new Map(columns.map((column) => [column.name, column]));
  const known = (name: string): Column => {
    const column = byName.get(name);
    if (column === undefined) throw new Error(`expected a column of "${shape.name}" (${[...byName.keys()].join(', ')}), but got "${name}"`);
    return column;
  };
  const values = (row: Row): Value[] => columns.map((column) => encoded(row[column.name as keyof Row], column));
  // An object that is given a dozen names one by one becomes a table to the engine, slow to read and to copy; a copy of one that has them all stays an object.
  const blank = JSON.parse(JSON.stringify(Object.fromEntries(columns.map(({ name }) => [name, null])))) as Record<string, unknown>;
  // Written out rather than put together from pairs: everything that is read or written passes here.
  const rowOf = (held: readonly unknown[]): Row => {
    const row = { ...blank };
    let index = 0;
    for (const { name, kind } of columns) row[name] = decoded(held[index++], kind);
    return row as Row;
  };
  return {
    table: snake(shape.name),
    columns: columns.map(({ raw }) => raw),
    key: shape.key.map(snake),
    unique: shape.unique.map((set) => set.map(snake)),
    raw: (name) => known(name).raw,
    kind: (name) => known(name).kind,
    encode: (row) => Object.fromEntries(values(row).map((value, index) => [columns[index]!.raw, value])),
    values,
    encodeChange: (change) => {
      const raw: Raw = {};
      for (const [name, value] of Object.entries(change)) raw[known(name).raw] = encoded(value, known(name));
      return raw;
    },
    encodeValue: (name, value) => encoded(value, known(name)),
    decode: (raw) => rowOf(columns.map((column) => raw[column.raw])),
    row: rowOf,
  };
}

function encoded(value: unknown, { kind, where }: Column): Value {
  if (value === null) return null;
  if (kind === 'json' && value !== undefined) return JSON.stringify(value);
  if (kind === 'flag' && typeof value === 'boolean') return value ? 1 : 0;
  if (kind === 'integer' && Number.isSafeInteger(value)) return value as number;
  if (kind === 'text' && typeof value === 'string') return storable(value, where);
  throw new TypeError(`expected ${where} to be ${kind}, but got ${value === undefined ? 'nothing' : typeof value}`);
}

/** PostgreSQL keeps neither U+0000 nor halves of a surrogate pair, so no store does. */
function storable(text: string, where: string): string {
  if (text.isWellFormed() && !text.includes('\0')) return text;
  throw new TypeError(`expected ${where} to be well-formed text without U+0000, but it is not`);
}

/** Drivers give 64-bit integers as text on PostgreSQL. */
function decoded(value: unknown, kind: ColumnKind): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'json') return JSON.parse(value as string);
  if (kind === 'flag') return Number(value) === 1;
  return kind === 'integer' ? Number(value) : value;
}
