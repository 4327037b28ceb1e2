import type { LoadedProcedure } from '../../procedures/loaded.ts';
import type { RunnableProcedure } from '../../runtime/procedure.ts';
import type { Transaction } from '../../storage/store.ts';
import type { ProcedureVersionRow } from '../../storage/tables/procedures.ts';

/** A published version, read and compiled: what a dossier is pinned to. */
export interface Package extends LoadedProcedure {
  readonly version: Omit<ProcedureVersionRow, 'files'>;
  readonly runnable: RunnableProcedure;
}

/** Published versions by hash, each read once: they never change. Read inside the caller's transaction. */
export interface Library {
  /** The version that new dossiers are filed on, of each procedure. */
  published(tx: Transaction): Promise<readonly Package[]>;
  current(tx: Transaction, key: string): Promise<Package | undefined>;
  version(tx: Transaction, hash: string): Promise<Package | undefined>;
}
