import type { Data } from '../engine/state.ts';
import type { NewsKind } from '../procedures/news.ts';
import type { Transaction } from '../storage/store.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import { tell } from './news.ts';
import { advance, openDossier, save, type Note } from './open-dossier.ts';
import type { Surroundings } from './runtime.ts';

/** A dossier that somebody holds for what moves no process, whether it has ended or not. */
export interface Beside {
  readonly dossier: DossierRow;
  /** Writes an entry of its journal. */
  note(note: Note): Promise<void>;
  /** Leaves word for its applicant; `key` names it within the dossier. */
  tell(kind: NewsKind, key: string, facts?: Data): Promise<void>;
}

/** Nobody else changes the dossier until the transaction ends: what `work` writes, the journal and the word are kept together. */
export async function beside<Value>(world: Surroundings, tx: Transaction, dossierId: string, work: (dossier: Beside) => Promise<Value>): Promise<Value> {
  const open = await openDossier(world, tx, world.now(), dossierId);
  const value = await work({ dossier: open.row, note: (note) => advance(open, note, []), tell: (kind, key, facts) => tell(open, kind, key, facts) });
  await save(open);
  return value;
}
