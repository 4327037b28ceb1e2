import { table } from '../table.ts';

/** Who looked at whose dossier, and for what. */
export interface AccessRow {
  readonly id: string;
  readonly at: string;
  readonly accountId: string;
  readonly dossierId: string;
  readonly action: string;
  readonly requestId: string;
}

export const accessLog = table<AccessRow>({
  name: 'accessLog',
  key: ['id'],
  columns: { id: 'text', at: 'text', accountId: 'text', dossierId: 'text', action: 'text', requestId: 'text' },
});
