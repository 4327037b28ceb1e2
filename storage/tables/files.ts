import { table } from '../table.ts';

/** What someone attached. Several rows may share one blob. */
export interface FileRow {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  /** Media type found in the bytes, not the one that was claimed. */
  readonly type: string;
  readonly name: string;
  readonly ownerAccount: string;
  readonly draftId: string | null;
  readonly dossierId: string | null;
  readonly createdAt: string;
}

export const files = table<FileRow>({
  name: 'files',
  key: ['id'],
  columns: {
    id: 'text', sha256: 'text', size: 'integer', type: 'text', name: 'text', ownerAccount: 'text', draftId: 'text', dossierId: 'text', createdAt: 'text',
  },
});
