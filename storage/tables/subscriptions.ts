import type { Data } from '../../engine/state.ts';
import { table } from '../table.ts';

/** A message or signal that a dossier waits for. Closed ones are removed. */
export interface SubscriptionRow {
  readonly dossierId: string;
  readonly subscription: number;
  readonly node: string;
  readonly kind: 'message' | 'signal';
  readonly name: string;
  /** Of a message: what it must carry. */
  readonly keys: Data;
  readonly openedAt: string;
}

export const subscriptions = table<SubscriptionRow>({
  name: 'subscriptions',
  key: ['dossierId', 'subscription'],
  columns: { dossierId: 'text', subscription: 'integer', node: 'text', kind: 'text', name: 'text', keys: 'json', openedAt: 'text' },
});
