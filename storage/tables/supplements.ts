import type { Json } from '../../engine/state.ts';
import { table } from '../table.ts';

/** One thing to correct: a field or a file of the application, by its path, e.g. "work.footprint". */
export interface SupplementItem {
  readonly target: 'field' | 'file';
  readonly path: string;
  readonly remark: string;
  /** What stood there when it was asked for; null when nothing did. */
  readonly before: Json;
  /** The citizen's correction, once it came. */
  readonly after?: Json;
}

export interface SupplementRow {
  readonly dossierId: string;
  /** First, second … request of this dossier. */
  readonly number: number;
  readonly node: string;
  readonly items: readonly SupplementItem[];
  /** A word about the request as a whole. */
  readonly remark: string | null;
  readonly requestedAt: string;
  readonly requestedBy: string;
  readonly answeredAt: string | null;
}

export const supplements = table<SupplementRow>({
  name: 'supplements',
  key: ['dossierId', 'number'],
  columns: { dossierId: 'text', number: 'integer', node: 'text', items: 'json', remark: 'text', requestedAt: 'text', requestedBy: 'text', answeredAt: 'text' },
});
