/**
 * How a table looks to the rest of the house: plain rows in camelCase, JSON already read,
 * counts as numbers, instants as ISO 8601 UTC text. The same on every store.
 */
export type Scalar = string | number | boolean | null;

/** `text`, `integer` and `flag` (true/false) can be asked for; `json` is carried as text and only read back whole. */
export type ColumnKind = 'text' | 'integer' | 'flag' | 'json';

/** What a table is called in code, which columns name a row, and how each column is kept. */
export interface TableOf<Row extends object> {
  readonly name: string;
  readonly key: readonly (keyof Row & string)[];
  readonly columns: { readonly [Column in keyof Row & string]: ColumnKind };
  /** Further column sets that name at most one row; a row with a null in one of them is not counted. */
  readonly unique: readonly (readonly (keyof Row & string)[])[];
}

/** Declares a table; the row type makes every column appear exactly once. */
export function table<Row extends object>(shape: Omit<TableOf<Row>, 'unique'> & Partial<Pick<TableOf<Row>, 'unique'>>): TableOf<Row> {
  return { unique: [], ...shape };
}

/** A value means "equal"; null means "has none". */
export type Condition<Value> =
  | Value
  | { readonly in: readonly NonNullable<Value>[] }
  | { readonly not: Value }
  | { readonly lt?: NonNullable<Value>; readonly lte?: NonNullable<Value>; readonly gt?: NonNullable<Value>; readonly gte?: NonNullable<Value> }
  | { readonly startsWith: string }
  | { readonly contains: string };

type Askable<Row> = { [Column in keyof Row]: Row[Column] extends Scalar ? Column : never }[keyof Row];

/** All named conditions hold, and at least one of `any` where it is given (an empty `any` finds nothing: deny by default). */
export type Where<Row> = { readonly [Column in Askable<Row>]?: Condition<Row[Column]> } & { readonly any?: readonly Where<Row>[] };

export interface Selection<Row> {
  /** Missing values come last in `asc` and first in `desc`. */
  readonly order?: readonly (readonly [Askable<Row> & string, 'asc' | 'desc'])[];
  readonly limit?: number;
  readonly offset?: number;
  /** Hold the rows until the transaction ends; `skip` leaves out rows that another holds. */
  readonly lock?: 'wait' | 'skip';
}

/** One table inside one transaction. */
export interface Rows<Row extends object> {
  find(where: Where<Row>, selection?: Selection<Row>): Promise<Row[]>;
  first(where: Where<Row>, selection?: Selection<Row>): Promise<Row | undefined>;
  count(where: Where<Row>): Promise<number>;
  /** Throws `AlreadyThere` when the key or a unique set is taken. */
  insert(row: Row): Promise<void>;
  /** False when the key or a unique set is taken; waits for a transaction that is just inserting the same. */
  insertIfAbsent(row: Row): Promise<boolean>;
  /** Answers how many rows were changed. */
  update(where: Where<Row>, change: Partial<Row>): Promise<number>;
  remove(where: Where<Row>): Promise<number>;
}

export class AlreadyThere extends Error {
  override readonly name = 'AlreadyThere';
  constructor(tableName: string, options?: ErrorOptions) {
    super(`expected a new row in "${tableName}", but its key or a unique value is already taken`, options);
  }
}
