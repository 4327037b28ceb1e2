import type { ColumnKind, TableOf } from './table.ts';

/** A row as databases keep it: snake_case names, JSON as text, flags as 0 and 1. */
export type Raw = Record<string, string | number | null>;

interface Column {
  readonly name: string;
  readonly raw: string;
  readonly kind: ColumnKind;
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
  /** Only the columns that stand in the change. */
  encodeChange(change: Partial<Row>): Raw;
  encodeValue(column: string, value: unknown): string | number | null;
  decode(raw: Readonly<Record<string, unknown>>): Row;
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

export function codec<Row extends object>(shape: TableOf<Row>): Codec<Row> {
  const columns: readonly Column[] = Object.entries<ColumnKind>(shape.columns).map(([name, kind]) => ({ name, raw: snake(name), kind }));
  const byName = new Map(columns.map((column) => [column.name, column]));
  const known = (name: string): Column => {
    const column = byName.get(name);
    if (column === undefined) throw new Error(`expected a column of "${shape.name}" (${[...byName.keys()].join(', ')}), but got "${name}"`);
    return column;
  };
  const encodeColumn = (column: Column, value: unknown): string | number | null => encoded(value, column.kind, `${shape.name}.${column.name}`);
  return {
    table: snake(shape.name),
    columns: columns.map(({ raw }) => raw),
    key: shape.key.map(snake),
    unique: shape.unique.map((set) => set.map(snake)),
    raw: (name) => known(name).raw,
    kind: (name) => known(name).kind,
    encode: (row) => Object.fromEntries(columns.map((column) => [column.raw, encodeColumn(column, row[column.name as keyof Row])])),
    encodeChange: (change) => Object.fromEntries(Object.entries(change).map(([name, value]) => [known(name).raw, encodeColumn(known(name), value)])),
    encodeValue: (name, value) => encodeColumn(known(name), value),
    decode: (raw) => Object.fromEntries(columns.map((column) => [column.name, decoded(raw[column.raw], column.kind)])) as Row,
  };
}

function encoded(value: unknown, kind: ColumnKind, where: string): string | number | null {
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
