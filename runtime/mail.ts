import type { Data } from '../engine/state.ts';
import type { PostRow } from '../storage/tables/posts.ts';
import type { OpenDossier } from './open-dossier.ts';
import { rowId } from './row-id.ts';
import { later } from './work/backoff.ts';

/** How long a message is kept for whoever will wait for it: 30 days. */
export const KEPT_MS = 30 * 24 * 3_600_000;

interface Word {
  /** Names it within the dossier. */
  readonly key: string;
  readonly name: string;
  readonly keys: Data;
  readonly data: Data;
}

/** Puts a word for other dossiers in the post, in the transaction in which it is said; a worker takes it from there. */
export async function mail({ tx, row, now }: OpenDossier, kind: PostRow['kind'], { key, name, keys, data }: Word, at: string): Promise<void> {
  await tx.posts.insert({
    id: rowId(row.id, key), dossierId: row.id, sender: null, units: null, kind, name, keys, data, thrownAt: at, expiresAt: later(at, KEPT_MS), status: 'open', runAt: now, unread: null,
  });
}
