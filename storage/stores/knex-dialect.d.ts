/** knex exports its dialects without types; this is the part that is overridden. */
declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  export default class BetterSqlite3 {
    _query(connection: unknown, query: object): Promise<unknown>;
  }
}
