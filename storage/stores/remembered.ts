/** Of a row, a change, or conditions. */
export type Fields = Readonly<Record<string, unknown>>;

/** Tables of which rows of a dossier are remembered, and the column that says of which they are. */
const PARTED: Readonly<Record<string, string>> = { dossiers: 'id', tasks: 'dossierId', jobs: 'dossierId' };

/** Tables that are hardly ever written: one word there, and nothing of any of them is remembered. */
const SETTLED: ReadonlySet<string> = new Set(['accounts', 'roleAssignments', 'units', 'calendars', 'unitSettings']);

/** So many dossiers (or first values of questions) of a table at most; when there are more, all is forgotten. */
const MOST_PARTS = 500;
/** So many questions about one at most, and rows of an answer. */
const MOST = 64;

interface Answer extends Question {
  rows: readonly Fields[];
}

/** What is asked of a table. */
export interface Question {
  readonly table: string;
  readonly where: Fields;
  readonly selection: { readonly order?: unknown; readonly limit?: number; readonly offset?: number };
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/**
 * Answers of a database that one connection writes, as long as they are right: what is written of a dossier changes or drops what
 * was answered of it. Rows are as they were read or written, shared by all who ask. Its owner forgets all when something was taken
 * back, or written past it.
 */
export class Remembered {
  /** By table, then by dossier; of settled tables by the first value that is asked for. */
  readonly #answers = new Map<string, Map<unknown, Answer[]>>();

  forget(): void {
    this.#answers.clear();
  }

  rows({ table, where, sql, bindings }: Question): readonly Fields[] | undefined {
    const answers = this.#answers.get(table)?.get(partOf(table, where, bindings));
    if (answers !== undefined) for (const answer of answers) if (answer.sql === sql && isSame(answer.bindings, bindings)) return answer.rows;
    return undefined;
  }

  keep(question: Question, rows: readonly Fields[]): void {
    const { table, where, sql, bindings } = question;
    const part = partOf(table, where, bindings);
    if (part === undefined || rows.length > MOST || !isAnswerable(question)) return;
    let parts = this.#answers.get(table);
    if (parts === undefined) this.#answers.set(table, (parts = new Map()));
    else if (parts.size > MOST_PARTS) parts.clear();
    const answers = parts.get(part) ?? [];
    if (answers.length >= MOST || answers.some((one) => one.sql === sql && isSame(one.bindings, bindings))) return;
    parts.set(part, [...answers, { ...question, rows }]);
  }

  inserted(table: string, row: Fields): void {
    this.#follow(table, row, ({ where, rows, selection }) => {
      if (!isLike(row, where)) return rows;
      return selection.limit === undefined ? [...rows, row] : undefined;
    });
  }

  changed(table: string, which: Fields, change: Fields): void {
    this.#follow(table, which, ({ where, rows, selection }) => {
      if (!isPlain(which) || mayComeTo(where, change)) return undefined;
      const next: Fields[] = [];
      for (const row of rows) {
        const after = isLike(row, which) ? { ...row, ...change } : row;
        if (after === row || isLike(after, where)) next.push(after);
      }
      return selection.limit === undefined || next.length === rows.length ? next : undefined;
    });
  }

  removed(table: string, which: Fields): void {
    this.#follow(table, which, () => undefined);
  }

  /** Each answer that a write may touch becomes what `after` makes of it, or is dropped. */
  #follow(table: string, which: Fields, after: (answer: Answer) => readonly Fields[] | undefined): void {
    const column = PARTED[table];
    if (column === undefined) {
      if (SETTLED.has(table)) for (const name of SETTLED) this.#answers.delete(name);
      return;
    }
    const part = which[column];
    if (typeof part !== 'string') return void this.#answers.delete(table);
    const parts = this.#answers.get(table);
    const answers = parts?.get(part);
    if (answers === undefined) return;
    parts!.set(part, answers.filter((answer) => {
      const { where, selection: { order, offset } } = answer;
      const rows = order === undefined && offset === undefined && isPlain(where) ? after(answer) : undefined;
      if (rows === undefined || rows.length > MOST) return false;
      answer.rows = rows;
      return true;
    }));
  }
}

/** Among which answers this one stands; nothing where it is not remembered. */
function partOf(table: string, where: Fields, bindings: readonly unknown[]): unknown {
  const column = PARTED[table];
  if (column === undefined) return SETTLED.has(table) ? bindings[0] : undefined;
  const part = where[column];
  return typeof part === 'string' ? part : undefined;
}

/** Whether it rests on nothing but what makes it be dropped: of a dossier, on this table alone, of a settled table on such. */
function isAnswerable({ table, sql }: Question): boolean {
  const tables = [...sql.matchAll(/ from "(\w+)"/g)].map(([, name]) => name!.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));
  return table in PARTED ? tables.length === 1 : tables.every((name) => SETTLED.has(name));
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  for (let index = 0; index < some.length; index += 1) if (some[index] !== others[index]) return false;
  return some.length === others.length;
}

const isList = (wanted: object): wanted is { readonly in: readonly unknown[] } => 'in' in wanted && Object.keys(wanted).length === 1;

/** Conditions that are each a value, nothing, or one of several values. */
function isPlain(where: Fields): boolean {
  for (const name of Object.keys(where)) {
    const wanted = where[name];
    if (wanted !== null && typeof wanted === 'object' && !isList(wanted)) return false;
  }
  return true;
}

/** Whether rows that were not as conditions say may be so after a change. */
function mayComeTo(where: Fields, change: Fields): boolean {
  let touches = false;
  for (const name of Object.keys(where)) {
    if (where[name] === undefined || !(name in change)) continue;
    if (where[name] !== change[name]) return false;
    touches = true;
  }
  return touches;
}

/** Whether a row is as plain conditions say. */
function isLike(row: Fields, where: Fields): boolean {
  for (const name of Object.keys(where)) {
    const wanted = where[name];
    if (wanted === undefined) continue;
    const held = row[name];
    if (wanted !== null && typeof wanted === 'object' ? !(isList(wanted) && wanted.in.includes(held)) : held !== wanted) return false;
  }
  return true;
}
