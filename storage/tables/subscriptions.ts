import type { Data } from '../../engine/state.ts';
import { table } from '../table.ts';

/** A message that a dossier waits for. Closed ones are removed. */
export interface SubscriptionRow {
  readonly dossierId: string;
  readonly subscription: number;
  readonly node: string;
  readonly message: string;
  readonly keys: Data;
  readonly openedAt: string;
}

export const subscriptions = table<SubscriptionRow>({
  name: 'subscriptions',
  key: ['dossierId', 'subscription'],
  columns: { dossierId: 'text', subscription: 'integer', node: 'text', message: 'text', keys: 'json', openedAt: 'text' },
});
