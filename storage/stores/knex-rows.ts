import { codec } from '../codec.ts';
import type { Codec, Raw } from '../codec.ts';
import { notOne } from '../table.ts';
import type { Rows, Selection, TableOf, Tally, Where } from '../table.ts';
import { tables } from '../tables/registry.ts';
import type { Response, Session } from './session.ts';
import { orderedBy, quoted, selectionSql, whereSql } from './sql-where.ts';
import type { Bindings } from './sql-where.ts';

/** What statements about a table have in common. */
interface Said<Row extends object> {
  readonly its: Codec<Row>;
  readonly into: string;
  readonly select: string;
  readonly insert: string;
}

const saidOf = <Row extends object>(shape: TableOf<Row>): Said<Row> => {
  const its = codec(shape);
  const into = quoted(its.table);
  // Named one by one: a statement that is prepared stays right when a newer version of this program adds a column.
  const all = its.columns.map(quoted).join(', ');
  return { its, into, select: `select ${all} from ${into} where `, insert: `insert into ${into} (${all}) values (${its.columns.map(() => '?').join(', ')})` };
};

const said = new Map(Object.values(tables).map((shape) => [shape as unknown, saidOf(shape as unknown as TableOf<object>)]));

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

  #run(sql: string, bindings: Bindings): Response | Promise<Response> {
    return this.#session.run({ sql, bindings, table: this.#shape.name });
  }

  #send(sql: string, bindings: Bindings): void {
    this.#session.send({ sql, bindings, table: this.#shape.name });
  }

  #updateSql(where: Where<Row>, change: Partial<Row>, bindings: Bindings): string {
    const { its, into } = this.#said;
    const raw: Raw = its.encodeChange(change);
    let set = '';
    for (const column of Object.keys(raw)) {
      set += `${set === '' ? '' : ', '}${quoted(column)} = ?`;
      bindings.push(raw[column]!);
    }
    return `update ${into} set ${set} where ${whereSql(its, where, bindings)}`;
  }

  async find(where: Where<Row>, selection?: Selection<Row>): Promise<Row[]> {
    const { its, select } = this.#said;
    const bindings: Bindings = [];
    let sql = select + whereSql(its, where, bindings);
    if (selection !== undefined) sql += selectionSql(its, selection, this.#session.locks, bindings);
    const { rows } = await this.#run(sql, bindings);
    return rows.map(its.row);
  }

  async first(where: Where<Row>, selection?: Selection<Row>): Promise<Row | undefined> {
    return (await this.find(where, { ...selection, limit: 1 }))[0];
  }

  async count(where: Where<Row>): Promise<number> {
    const { its, into } = this.#said;
    const bindings: Bindings = [];
    const { rows } = await this.#run(`select count(*) as number from ${into} where ${whereSql(its, where, bindings)}`, bindings);
    return Number(rows[0]?.[0]);
  }

  async tally<By extends keyof Row & string, Name extends string>(where: Where<Row>, by: readonly By[], of: Readonly<Record<Name, Where<Row>>>): Promise<Tally<Row, By, Name>[]> {
    const { its, into } = this.#said;
    const names = Object.keys(of) as Name[];
    const bindings: Bindings = [];
    const alike = by.map((column) => quoted(its.raw(column)));
    const counted = names.map((name) => `count(*) filter (where ${whereSql(its, of[name], bindings)})`);
    const sql = `select ${[...alike, ...counted].join(', ')} from ${into} where ${whereSql(its, where, bindings)} group by ${alike.join(', ')} order by ${by.map((column) => orderedBy(its, column, 'asc')).join(', ')}`;
    const { rows } = await this.#run(sql, bindings);
    return rows.map((values) => {
      const row = its.decode(Object.fromEntries(by.map((column, index) => [its.raw(column), values[index]])));
      const counts = Object.fromEntries(names.map((name, index) => [name, Number(values[by.length + index])]));
      return { ...Object.fromEntries(by.map((column) => [column, row[column]])), counts } as never;
    });
  }

  async insert(row: Row): Promise<void> {
    this.#send(this.#said.insert, this.#said.its.values(row));
  }

  async insertIfAbsent(row: Row): Promise<boolean> {
    return (await this.#run(`${this.#said.insert} on conflict do nothing`, this.#said.its.values(row))).changes > 0;
  }

  async update(where: Where<Row>, change: Partial<Row>): Promise<number> {
    const bindings: Bindings = [];
    return (await this.#run(this.#updateSql(where, change, bindings), bindings)).changes;
  }

  async set(where: Where<Row>, change: Partial<Row>): Promise<void> {
    const bindings: Bindings = [];
    this.#send(this.#updateSql(where, change, bindings), bindings);
  }

  async setOne(where: Where<Row>, change: Partial<Row>): Promise<void> {
    const bindings: Bindings = [];
    const sql = this.#updateSql(where, change, bindings);
    // PostgreSQL, which is not waited for, counts by itself: dividing by no row fails the transaction.
    if (this.#session.dialect === 'postgres') return this.#send(`with changed as (${sql} returning 1) select 1 / count(*) from changed`, bindings);
    if ((await this.#run(sql, bindings)).changes !== 1) throw notOne(this.#shape.name);
  }

  async remove(where: Where<Row>): Promise<number> {
    const bindings: Bindings = [];
    return (await this.#run(`delete from ${this.#said.into} where ${whereSql(this.#said.its, where, bindings)}`, bindings)).changes;
  }
}
