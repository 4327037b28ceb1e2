import type { Token } from './state.ts';

/** More rows than this are found by an index once they are looked for often. */
const few = 32;
/** No row has this id. */
const nobody = -2;

/**
 * Rows in the order in which they came, found by id: a working copy of a list of the state. It copies the list when it first
 * changes and looks through it while that is quicker than an index, because most states are small and most steps touch little.
 * What `values` has handed out stays as it was.
 */
export class Table<Row extends { readonly id: number }> {
  #rows: readonly Row[];
  /** Whether the list is this table's own, seen by nobody else. */
  #owned = false;
  #lookups = 0;
  /** What was asked for or changed last, because that is often asked for several times in a row. */
  #lastId = nobody;
  #last: Row | undefined;
  #index: Map<number, Row> | undefined;
  /** Ids from here on are younger than the list: as long as only such rows came, they stand at its end. */
  #young: number;

  constructor(rows: readonly Row[], young = Infinity) {
    this.#rows = rows;
    this.#young = young;
  }

  get size(): number {
    return this.#index === undefined ? this.#rows.length : this.#index.size;
  }

  get(id: number): Row | undefined {
    return id === this.#lastId ? this.#last : this.#remember(id, this.#rowOf(id));
  }

  has(id: number): boolean {
    return this.get(id) !== undefined;
  }

  #rowOf(id: number): Row | undefined {
    if (this.#index !== undefined) return this.#index.get(id);
    const at = this.#find(id);
    if (this.#index !== undefined) return (this.#index as Map<number, Row>).get(id);
    return at < 0 ? undefined : this.#rows[at];
  }

  #remember(id: number, row: Row | undefined): Row | undefined {
    this.#lastId = id;
    this.#last = row;
    return row;
  }

  /** Replaces the row with this id where it stands, or adds it at the end; the row as it was. */
  set(id: number, row: Row): Row | undefined {
    this.#remember(id, row);
    const at = this.#index === undefined ? this.#find(id) : -1;
    if (this.#index !== undefined) {
      const before = this.#index.get(id);
      this.#index.set(id, row);
      return before;
    }
    const rows = this.#own();
    if (at < 0) {
      if (id < this.#young) this.#young = Infinity;
      rows.push(row);
      return undefined;
    }
    const before = rows[at];
    rows[at] = row;
    return before;
  }

  /** Takes the row out; the row as it was. */
  delete(id: number): Row | undefined {
    this.#remember(id, undefined);
    const at = this.#index === undefined ? this.#find(id) : -1;
    if (this.#index === undefined) return at < 0 ? undefined : this.#without(at);
    const row = this.#index.get(id);
    this.#index.delete(id);
    return row;
  }

  clear(): void {
    this.#remember(nobody, undefined);
    this.#rows = [];
    this.#owned = true;
    this.#index = undefined;
  }

  /** The rows to look at on the spot: they change with the table, so nobody keeps them. Costs no copy afterwards. */
  look(): readonly Row[] {
    return this.#index === undefined ? this.#rows : [...this.#index.values()];
  }

  /** The rows as they are now, to keep. */
  values(): readonly Row[] {
    if (this.#index !== undefined) return [...this.#index.values()];
    this.#owned = false;
    return this.#rows;
  }

  #own(): Row[] {
    if (!this.#owned) this.#rows = [...this.#rows];
    this.#owned = true;
    return this.#rows as Row[];
  }

  #without(at: number): Row {
    const rows = this.#own();
    const row = rows[at]!;
    for (let index = at + 1; index < rows.length; index += 1) rows[index - 1] = rows[index]!; // Several times quicker than splice.
    rows.pop();
    return row;
  }

  /** Where the row is, the newest first; makes an index instead when a long list is looked through again and again. */
  #find(id: number): number {
    const rows = this.#rows;
    if (rows.length > few && (this.#lookups += 1) > few) {
      this.#index = new Map(rows.map((row) => [row.id, row]));
      return -1;
    }
    return this.scan(rows, id, id >= this.#young ? this.#young : -1);
  }

  /** Where the row is, the newest first; where an older one than `young` stands, it is not among those before. */
  protected scan(rows: readonly Row[], id: number, young: number): number {
    for (let at = rows.length - 1; at >= 0; at -= 1) {
      const here = rows[at]!.id;
      if (here === id) return at;
      if (here < young) return -1;
    }
    return -1;
  }
}

/**
 * Tokens, which are looked for most. The loop is written once more for them alone, because the machine learns the shapes of
 * what it reads for each place in the program: where rows of every table pass, it is three times slower.
 */
export class TokenTable extends Table<Token> {
  protected override scan(tokens: readonly Token[], id: number, young: number): number {
    for (let at = tokens.length - 1; at >= 0; at -= 1) {
      const here = tokens[at]!.id;
      if (here === id) return at;
      if (here < young) return -1;
    }
    return -1;
  }
}
