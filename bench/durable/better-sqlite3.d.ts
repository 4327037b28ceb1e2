/** The part of the driver that the bench calls. */
declare module 'better-sqlite3' {
  export interface Prepared {
    readonly reader: boolean;
    run(bindings?: readonly unknown[]): unknown;
    all(bindings?: readonly unknown[]): unknown;
  }
  export default class Database {
    constructor(file: string);
    pragma(text: string): unknown;
    prepare(sql: string): Prepared;
    close(): void;
  }
}
