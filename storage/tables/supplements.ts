import { table } from '../table.ts';

/** One thing to correct: a field or a file of the application, by its path, e.g. "work.footprint". */
export interface SupplementItem {
  readonly target: 'field' | 'file';
  readonly path: string;
  readonly remark: string;
}

export interface SupplementRow {
  readonly dossierId: string;
  /** First, second … request of this dossier. */
  readonly number: number;
  readonly node: string;
  readonly items: readonly SupplementItem[];
  readonly requestedAt: string;
  readonly requestedBy: string;
  readonly answeredAt: string | null;
}

export const supplements = table<SupplementRow>({
  name: 'supplements',
  key: ['dossierId', 'number'],
  columns: { dossierId: 'text', number: 'integer', node: 'text', items: 'json', requestedAt: 'text', requestedBy: 'text', answeredAt: 'text' },
});
