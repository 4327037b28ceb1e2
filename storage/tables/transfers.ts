import { table } from '../table.ts';

/** Dossiers of one version that go on under another, by one plan. */
export interface TransferRow {
  readonly id: string;
  readonly procedureKey: string;
  readonly fromHash: string;
  readonly toHash: string;
  /** Elements and flows whose id differs in the other version. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Dossiers about which a clerk should be asked go too. */
  readonly confirmed: boolean;
  readonly reason: string;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
  /** The last dossier that was noted, while there are more; null when all are. */
  readonly notedTo: string | null;
}

export const transfers = table<TransferRow>({
  name: 'transfers',
  key: ['id'],
  columns: {
    id: 'text', procedureKey: 'text', fromHash: 'text', toHash: 'text', mapping: 'json', confirmed: 'flag', reason: 'text',
    startedAt: 'text', startedBy: 'text', undoneAt: 'text', undoneBy: 'text', undoReason: 'text', notedTo: 'text',
  },
});

/** Why a dossier needs a clerk or cannot go: `element` is the step where it stands; `messageVi` says it to readers of Vietnamese. */
export interface TransferReason {
  readonly code: string;
  readonly element: string;
  readonly message: string;
  readonly messageVi?: string;
  /** The question of a form that it is about, by its place in the answer; `missing` when nobody has answered it. */
  readonly field?: string;
  readonly missing?: boolean;
  /** Limits before and afterwards, e.g. "3 working days"; empty for none. */
  readonly from?: string;
  readonly to?: string;
}

export interface TransferItemRow {
  readonly dossierId: string;
  readonly transferId: string;
  /** `kept` stayed where it was; `undo` waits to go back; `stuck` could not go back. */
  readonly status: 'open' | 'moved' | 'kept' | 'undo' | 'undone' | 'stuck';
  readonly reasons: readonly TransferReason[];
  readonly runAt: string;
  readonly attempts: number;
}

export const transferItems = table<TransferItemRow>({
  name: 'transferItems',
  key: ['dossierId', 'transferId'],
  columns: { dossierId: 'text', transferId: 'text', status: 'text', reasons: 'json', runAt: 'text', attempts: 'integer' },
});
