import type { Data } from '../../engine/state.ts';
import { table } from '../table.ts';

/** An application that is being filled in. `dossierId` is set once it was filed. */
export interface DraftRow {
  readonly id: string;
  readonly accountId: string;
  readonly procedureKey: string;
  readonly procedureHash: string;
  readonly data: Data;
  /** Grows with every save: the expected version of the next. */
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly dossierId: string | null;
}

export const drafts = table<DraftRow>({
  name: 'drafts',
  key: ['id'],
  columns: {
    id: 'text', accountId: 'text', procedureKey: 'text', procedureHash: 'text', data: 'json', revision: 'integer',
    createdAt: 'text', updatedAt: 'text', dossierId: 'text',
  },
});
