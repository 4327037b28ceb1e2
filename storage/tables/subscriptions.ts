import type { Data } from '../../engine/state.ts';
import { canonical } from '../canonical.ts';
import { table } from '../table.ts';

/** What a subscription with these keys is found by. */
export const matchOf = (keys: Data): string => canonical(keys);

/** A message or signal that a dossier waits for. Closed ones are removed. */
export interface SubscriptionRow {
  readonly dossierId: string;
  readonly subscription: number;
  readonly node: string;
  readonly kind: 'message' | 'signal';
  readonly name: string;
  /** Of a message: what it must carry. */
  readonly keys: Data;
  /** The keys as one text that can be asked for; empty for rows of before there was one. */
  readonly match: string;
  readonly openedAt: string;
}

export const subscriptions = table<SubscriptionRow>({
  name: 'subscriptions',
  key: ['dossierId', 'subscription'],
  columns: { dossierId: 'text', subscription: 'integer', node: 'text', kind: 'text', name: 'text', keys: 'json', match: 'text', openedAt: 'text' },
});
