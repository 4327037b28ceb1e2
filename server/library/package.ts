import { beginsPlainly } from '../../engine/words-between.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import type { RunnableProcedure } from '../../runtime/procedure.ts';
import type { Transaction } from '../../storage/store.ts';
import type { ProcedureVersionRow } from '../../storage/tables/procedures.ts';

/** A published version, read and compiled: what a dossier is pinned to. */
export interface Package extends LoadedProcedure {
  readonly version: Omit<ProcedureVersionRow, 'files'>;
  readonly runnable: RunnableProcedure;
}

/** Whether it is a service to people: what the office begins by itself is none, and has no sheet. */
export const isService = ({ procedure: { channels } }: Pick<Package, 'procedure'>): boolean => channels.some((channel) => channel !== 'office');

/** Whether people apply for it: a service that begins only by another procedure's word is no one's to file. */
export const isFiled = (pack: Pick<Package, 'procedure' | 'definition'>): boolean => isService(pack) && beginsPlainly(pack.definition);

/** A published version whose files are damaged, or written for another release of this program. */
export class UnreadableVersion extends Error {
  override readonly name = 'UnreadableVersion';
  readonly key: string;
  readonly hash: string;
  constructor({ key, hash }: Pick<ProcedureVersionRow, 'key' | 'hash'>, why: string) {
    super(`expected version ${hash} of ${key} to be readable, but ${why}`);
    this.key = key;
    this.hash = hash;
  }
}

/** Published versions by hash, each read once: they never change. Read inside the caller's transaction; a version that cannot be read throws UnreadableVersion. */
export interface Library {
  /** The version that new dossiers are filed on, of each procedure; those that cannot be read stand apart. */
  published(tx: Transaction): Promise<{ readonly readable: readonly Package[]; readonly unreadable: readonly UnreadableVersion[] }>;
  current(tx: Transaction, key: string): Promise<Package | undefined>;
  version(tx: Transaction, hash: string): Promise<Package | undefined>;
  /** As `version`, for lists: one that cannot be read is left out, so that the others are seen. */
  listed(tx: Transaction, hash: string): Promise<Package | undefined>;
}
