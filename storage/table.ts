/**
 * How a table looks to the rest of the house: plain rows in camelCase, JSON already read,
 * counts as numbers, instants as ISO 8601 UTC text. The same on every store.
 */
export type Scalar = string | number | boolean | null;

/** `text`, `integer` and `flag` (true/false) can be asked for; `json` is carried as text and only read back whole, but a list of texts can be asked for one. */
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
  | { readonly contains: string }
  | Among;

/** One of the values of a column in those rows of another table for which a condition holds. */
export interface Among {
  readonly among: { readonly table: TableOf<object>; readonly column: string; readonly where: Where<object> };
}

/** `{ id: among(tasks, 'dossierId', { status: 'open' }) }`: asked in the same question, however many rows there are. */
export const among = <Row extends object>(shape: TableOf<Row>, column: keyof Row & string, where: Where<Row>): Among =>
  ({ among: { table: shape as unknown as TableOf<object>, column, where: where as Where<object> } });

/** A list of texts that has this one. */
interface Holding {
  readonly has: string;
}

type Askable<Row> = { [Column in keyof Row]: Row[Column] extends Scalar ? Column : never }[keyof Row];
type Lists<Row> = { [Column in keyof Row]: Row[Column] extends readonly string[] ? Column : never }[keyof Row];

/** All named conditions hold, every one of `all`, and at least one of `any` where it is given (an empty `any` finds nothing: deny by default). */
export type Where<Row> = { readonly [Column in Askable<Row>]?: Condition<Row[Column]> } & { readonly [Column in Lists<Row>]?: Holding } & { readonly any?: readonly Where<Row>[]; readonly all?: readonly Where<Row>[] };

export interface Selection<Row> {
  /** Missing values come last in `asc` and first in `desc`. */
  readonly order?: readonly (readonly [Askable<Row> & string, 'asc' | 'desc'])[];
  readonly limit?: number;
  readonly offset?: number;
  /** Hold the rows until the transaction ends; `skip` leaves out rows that another holds. */
  readonly lock?: 'wait' | 'skip';
}

/** Rows that are alike in some columns, and how many of them each of several conditions finds. */
export type Tally<Row, By extends keyof Row, Name extends string> = Pick<Row, By> & { readonly counts: { readonly [N in Name]: number } };

/** One table inside one transaction. */
export interface Rows<Row extends object> {
  find(where: Where<Row>, selection?: Selection<Row>): Promise<Row[]>;
  first(where: Where<Row>, selection?: Selection<Row>): Promise<Row | undefined>;
  count(where: Where<Row>): Promise<number>;
  /** Counts without reading rows: groups in the order of their columns. */
  tally<By extends Askable<Row> & string, Name extends string>(where: Where<Row>, by: readonly By[], of: Readonly<Record<Name, Where<Row>>>): Promise<Tally<Row, By, Name>[]>;
  /** Throws `AlreadyThere` when the key or a unique set is taken; if not here, then at the next question or when the transaction ends. */
  insert(row: Row): Promise<void>;
  /** False when the key or a unique set is taken; waits for a transaction that is just inserting the same. */
  insertIfAbsent(row: Row): Promise<boolean>;
  /** Answers how many rows were changed. */
  update(where: Where<Row>, change: Partial<Row>): Promise<number>;
  /** As `update`, for whoever need not hear how many: a database far away is not waited for. */
  set(where: Where<Row>, change: Partial<Row>): Promise<void>;
  /** As `set`, of a row that was read in this transaction: when none is as described, the transaction fails, here or when it ends. */
  setOne(where: Where<Row>, change: Partial<Row>): Promise<void>;
  remove(where: Where<Row>): Promise<number>;
}

export class AlreadyThere extends Error {
  override readonly name = 'AlreadyThere';
  constructor(tableName: string, options?: ErrorOptions) {
    super(`expected a new row in "${tableName}", but its key or a unique value is already taken`, options);
  }
}

export const notOne = (tableName: string): Error => new Error(`expected the row of "${tableName}" to be as it was read, but it was changed meanwhile`);
