import type { Transaction } from '../store.ts';
import { table } from '../table.ts';

/** That units of one kind decide a procedure for those of another from when to when, by the document that says so. Never deleted, only ended. */
export interface LevelDelegationRow {
  readonly id: string;
  readonly procedureKey: string;
  /** The kind that the procedure's rule of competence names, and the one that decides instead; `commune` is that of the place. */
  readonly fromKind: string;
  readonly toKind: string;
  readonly document: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
}

export const levelDelegations = table<LevelDelegationRow>({
  name: 'levelDelegations',
  key: ['id'],
  columns: { id: 'text', procedureKey: 'text', fromKind: 'text', toKind: 'text', document: 'text', validFrom: 'text', validTo: 'text', createdAt: 'text', createdBy: 'text' },
});

/** What holds for the competence of a kind at an instant; it is delegated once, and not again by whoever has it so. */
export const delegationOf = (tx: Transaction, procedureKey: string, fromKind: string, at: string): Promise<LevelDelegationRow | undefined> =>
  tx.levelDelegations.first({ procedureKey, fromKind, validFrom: { lte: at }, any: [{ validTo: null }, { validTo: { gt: at } }] });
