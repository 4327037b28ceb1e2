import { table } from '../table.ts';

/** The answer to a command that was accepted; the same actor sending the same key and body reads it again. */
export interface IdempotencyRow {
  readonly actor: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly answer: unknown;
  readonly at: string;
}

export const idempotency = table<IdempotencyRow>({
  name: 'idempotency',
  key: ['actor', 'key'],
  columns: { actor: 'text', key: 'text', bodyHash: 'text', answer: 'json', at: 'text' },
});
