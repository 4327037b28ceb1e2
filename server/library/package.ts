import type { Definition } from '../../engine/definition.ts';
import type { Environment } from '../../engine/environment.ts';
import type { Form } from '../../forms/form.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import type { RunnableProcedure } from '../../runtime/procedure.ts';
import type { Transaction } from '../../storage/store.ts';
import type { ProcedureVersionRow } from '../../storage/tables/procedures.ts';

/** A published version, read and compiled: what a dossier is pinned to. */
export interface Package {
  readonly version: ProcedureVersionRow;
  readonly procedure: Procedure;
  readonly definition: Definition;
  readonly environment: Environment;
  readonly forms: ReadonlyMap<string, Form>;
  readonly runnable: RunnableProcedure;
}

/** Published versions by hash, each read once: they never change. Read inside the caller's transaction. */
export interface Library {
  /** The version that new dossiers are filed on, of each procedure. */
  published(tx: Transaction): Promise<readonly Package[]>;
  current(tx: Transaction, key: string): Promise<Package | undefined>;
  version(tx: Transaction, hash: string): Promise<Package | undefined>;
}
