import { codec } from '../codec.ts';
import type { Codec } from '../codec.ts';
import { notOne } from '../table.ts';
import type { Rows, Selection, TableOf, Tally, Where } from '../table.ts';
import { tables } from '../tables/registry.ts';
import type { Fields } from './remembered.ts';
import type { Response, Session } from './session.ts';
import { orderedBy, quoted, selectionSql, whereSql } from './sql-where.ts';
import type { Bindings } from './sql-where.ts';
import { along, Texts } from './texts.ts';

/** What statements about a table have in common. */
interface Said<Row extends object> {
  readonly its: Codec<Row>;
  readonly into: string;
  readonly select: string;
  readonly insert: string;
  readonly selects: Texts;
  readonly counts: Texts;
  readonly updates: Texts;
}

const saidOf = <Row extends object>(shape: TableOf<Row>): Said<Row> => {
  const its = codec(shape);
  const into = quoted(its.table);
  // Named one by one: a statement that is prepared stays right when a newer version of this program adds a column.
  const all = its.columns.map(quoted).join(', ');
  return { its, into, select: `select ${all} from ${into} where `, insert: `insert into ${into} (${all}) values (${its.columns.map(() => '?').join(', ')})`, selects: new Texts(), counts: new Texts(), updates: new Texts() };
};

const said = new Map(Object.values(tables).map((shape) => [shape as unknown, saidOf(shape as unknown as TableOf<object>)]));

/** What stands behind the conditions, in a word; none where it has a value that stands in the statement. */
function wordOf<Row>({ order, limit, offset, lock }: Selection<Row>, locks: boolean): string | undefined {
  if (offset !== undefined || (limit !== undefined && limit !== 1)) return undefined;
  return `${limit ?? ''} ${locks ? (lock ?? '') : ''} ${order === undefined ? '' : order.join(' ')}`;
}

/** One table of a transaction. The SQL is written here: building it with knex costs more than running it. */
export class KnexRows<Row extends object> implements Rows<Row> {
  readonly #shape: TableOf<Row>;
  readonly #session: Session;
  readonly #said: Said<Row>;
  constructor(shape: TableOf<Row>, session: Session) {
    this.#shape = shape;
    this.#session = session;
    this.#said = said.get(shape) as unknown as Said<Row>;
  }

  #ask(sql: string, bindings: Bindings): Response | Promise<Response> {
    return this.#session.ask({ sql, bindings, table: this.#shape.name });
  }

  #write(sql: string, bindings: Bindings): Response | Promise<Response> {
    return this.#session.write({ sql, bindings, table: this.#shape.name });
  }

  #send(sql: string, bindings: Bindings): void {
    this.#session.send({ sql, bindings, table: this.#shape.name });
  }

  #updateSql(where: Where<Row>, change: Partial<Row>, bindings: Bindings): string {
    const { its, into, updates } = this.#said;
    let at = updates;
    for (const name of Object.keys(change)) {
      bindings.push(its.encodeValue(name, change[name as keyof Row]));
      at = at.at(name);
    }
    const made = (own: Bindings): string => `update ${into} set ${Object.keys(change).map((name) => `${quoted(its.raw(name))} = ?`).join(', ')} where ${whereSql(its, where, own)}`;
    const form = along(at.at(' where'), its, where, bindings);
    return form === undefined ? made(bindings) : form.text('', () => made([]));
  }

  async find(where: Where<Row>, selection: Selection<Row> = {}): Promise<Row[]> {
    const { its, select, selects } = this.#said;
    const bindings: Bindings = [];
    const word = wordOf(selection, this.#session.locks);
    const form = word === undefined ? undefined : along(selects, its, where, bindings);
    const made = (own: Bindings): string => select + whereSql(its, where, own) + selectionSql(its, selection, this.#session.locks, own);
    const sql = form === undefined ? made(bindings) : form.text(word!, () => made([]));
    const { remembered } = this.#session;
    const question = { table: this.#shape.name, where: where as Fields, selection, sql, bindings };
    const known = remembered?.rows(question);
    if (known !== undefined) return [...known] as Row[];
    const answer = this.#ask(sql, bindings);
    const { rows } = answer instanceof Promise ? await answer : answer;
    const found = rows.map(its.row);
    // At once, before anybody has a turn to write.
    remembered?.keep(question, [...found] as Fields[]);
    return found;
  }

  async first(where: Where<Row>, selection?: Selection<Row>): Promise<Row | undefined> {
    return (await this.find(where, { ...selection, limit: 1 }))[0];
  }

  async count(where: Where<Row>): Promise<number> {
    const { its, into, counts } = this.#said;
    const bindings: Bindings = [];
    const made = (own: Bindings): string => `select count(*) as number from ${into} where ${whereSql(its, where, own)}`;
    const form = along(counts, its, where, bindings);
    const { rows } = await this.#ask(form === undefined ? made(bindings) : form.text('', () => made([])), bindings);
    return Number(rows[0]?.[0]);
  }

  async tally<By extends keyof Row & string, Name extends string>(where: Where<Row>, by: readonly By[], of: Readonly<Record<Name, Where<Row>>>): Promise<Tally<Row, By, Name>[]> {
    const { its, into } = this.#said;
    const names = Object.keys(of) as Name[];
    const bindings: Bindings = [];
    const alike = by.map((column) => quoted(its.raw(column)));
    const counted = names.map((name) => `count(*) filter (where ${whereSql(its, of[name], bindings)})`);
    const sql = `select ${[...alike, ...counted].join(', ')} from ${into} where ${whereSql(its, where, bindings)} group by ${alike.join(', ')} order by ${by.map((column) => orderedBy(its, column, 'asc')).join(', ')}`;
    const { rows } = await this.#ask(sql, bindings);
    return rows.map((values) => {
      const row = its.decode(Object.fromEntries(by.map((column, index) => [its.raw(column), values[index]])));
      const counts = Object.fromEntries(names.map((name, index) => [name, Number(values[by.length + index])]));
      return { ...Object.fromEntries(by.map((column) => [column, row[column]])), counts } as never;
    });
  }

  async insert(row: Row): Promise<void> {
    this.#send(this.#said.insert, this.#said.its.values(row));
    this.#session.remembered?.inserted(this.#shape.name, row as Fields);
  }

  async insertIfAbsent(row: Row): Promise<boolean> {
    const answer = this.#write(`${this.#said.insert} on conflict do nothing`, this.#said.its.values(row));
    this.#session.remembered?.removed(this.#shape.name, row as Fields);
    return (await answer).changes > 0;
  }

  async update(where: Where<Row>, change: Partial<Row>): Promise<number> {
    const bindings: Bindings = [];
    const answer = this.#write(this.#updateSql(where, change, bindings), bindings);
    this.#session.remembered?.changed(this.#shape.name, where, change as Fields);
    return (await answer).changes;
  }

  async set(where: Where<Row>, change: Partial<Row>): Promise<void> {
    const bindings: Bindings = [];
    this.#send(this.#updateSql(where, change, bindings), bindings);
    this.#session.remembered?.changed(this.#shape.name, where, change as Fields);
  }

  async setOne(where: Where<Row>, change: Partial<Row>): Promise<void> {
    const bindings: Bindings = [];
    const sql = this.#updateSql(where, change, bindings);
    // PostgreSQL, which is not waited for, counts by itself: dividing by no row fails the transaction.
    if (this.#session.dialect === 'postgres') return this.#send(`with changed as (${sql} returning 1) select 1 / count(*) from changed`, bindings);
    const answer = this.#write(sql, bindings);
    this.#session.remembered?.changed(this.#shape.name, where, change as Fields);
    if ((await answer).changes !== 1) throw notOne(this.#shape.name);
  }

  async remove(where: Where<Row>): Promise<number> {
    const bindings: Bindings = [];
    const answer = this.#write(`delete from ${this.#said.into} where ${whereSql(this.#said.its, where, bindings)}`, bindings);
    this.#session.remembered?.removed(this.#shape.name, where);
    return (await answer).changes;
  }
}
