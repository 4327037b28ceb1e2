import type { Data } from '../../engine/state.ts';
import { table } from '../table.ts';

/** A notice on its way to a person: delivered at least once, always with the same `id`. */
export interface OutboxRow {
  readonly id: string;
  readonly dossierId: string;
  readonly kind: string;
  /** Account it is for. */
  readonly recipient: string;
  readonly payload: Data;
  readonly status: 'open' | 'delivered' | 'failed';
  readonly createdAt: string;
  /** Which of several of the dossier at one instant was left first. */
  readonly place: number;
  readonly runAt: string;
  readonly deliveredAt: string | null;
  readonly attempts: number;
  readonly fence: number;
  readonly leasedBy: string | null;
  readonly error: string | null;
}

export const outbox = table<OutboxRow>({
  name: 'outbox',
  key: ['dossierId', 'id'],
  unique: [['id']],
  columns: {
    id: 'text', dossierId: 'text', kind: 'text', recipient: 'text', payload: 'json', status: 'text', createdAt: 'text', place: 'integer', runAt: 'text',
    deliveredAt: 'text', attempts: 'integer', fence: 'integer', leasedBy: 'text', error: 'text',
  },
});
