import type { Rows, TableOf } from './table.ts';
import type { tables } from './tables/registry.ts';

/** Every table by its name, all inside one transaction: `tx.dossiers.first({ id })`. */
export type Transaction = {
  readonly [Name in keyof typeof tables]: (typeof tables)[Name] extends TableOf<infer Row> ? Rows<Row> : never;
};

/** Where everything is kept. Implementations: storage/stores/*. All pass storage/contract.ts. */
export interface Store {
  readonly kind: 'memory' | 'sqlite' | 'postgres';
  /**
   * All of `work` is kept, or nothing. Once it resolves, the change is on disk.
   * `work` may be run again from the start after a deadlock: it must touch nothing but the transaction.
   */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** A consistent look; writing inside is refused. */
  read<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /**
   * Calls `listener` when some process has committed what a worker may have to take on, a row that says when (`runAt`), with the names of
   * the tables. Answers how to stop listening.
   */
  onWork(listener: (tables: ReadonlySet<string>) => void): () => void;
  /** Brings the schema up to date; a no-op that answers false when it is. */
  migrate(): Promise<boolean>;
  /** Throws with what is wrong when the database is not as safe or as new as it must be. */
  check(): Promise<void>;
  close(): Promise<void>;
}
