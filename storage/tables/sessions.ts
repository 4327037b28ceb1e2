import { table } from '../table.ts';

/** `id` is a hash of the secret in the cookie, never the secret. */
export interface SessionRow {
  readonly id: string;
  readonly accountId: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly expiresAt: string;
  readonly endedAt: string | null;
  readonly agent: string | null;
}

export const sessions = table<SessionRow>({
  name: 'sessions',
  key: ['id'],
  columns: { id: 'text', accountId: 'text', createdAt: 'text', seenAt: 'text', expiresAt: 'text', endedAt: 'text', agent: 'text' },
});
