import type { Data } from '../../engine/state.ts';
import { table } from '../table.ts';

/** What a dossier, or a program outside, says to dossiers: a signal to all who wait for it now, or a message to the first who waits for it with these keys, now or later. */
export interface PostRow {
  readonly id: string;
  /** Who says it; the post's own id when no dossier does. */
  readonly dossierId: string;
  /** The program outside that says it; null for a dossier. */
  readonly sender: string | null;
  /** Only dossiers of these units hear it; null: all. */
  readonly units: readonly string[] | null;
  readonly kind: 'message' | 'signal';
  readonly name: string;
  readonly keys: Data;
  readonly data: Data;
  readonly thrownAt: string;
  /** A message that nobody has waited for until then is given up. */
  readonly expiresAt: string;
  /** `done`: its deliveries have been made out. */
  readonly status: 'open' | 'done' | 'expired';
  readonly runAt: string;
  /** Keys of procedures whose version could not be read when a signal was carried: it may begin them yet. Null before that. */
  readonly unread: readonly string[] | null;
}

export const posts = table<PostRow>({
  name: 'posts',
  key: ['dossierId', 'id'],
  unique: [['id']],
  columns: {
    id: 'text', dossierId: 'text', sender: 'text', units: 'json', kind: 'text', name: 'text', keys: 'json', data: 'json', thrownAt: 'text', expiresAt: 'text', status: 'text', runAt: 'text', unread: 'json',
  },
});

/** A post on its way to one dossier; its row says that this dossier has had it. */
export interface DeliveryRow {
  /** Who hears it; a dossier that it begins does not exist yet. */
  readonly dossierId: string;
  readonly postId: string;
  /** Hash of the procedure of which a new dossier begins. */
  readonly begins: string | null;
  /** Where it begins, and whose it will be. */
  readonly start: { readonly procedureKey: string; readonly node: string; readonly unitId: string } | null;
  /** `dropped`: the dossier did not wait for it any more, or a person gave it up. `failed` waits for a person. */
  readonly status: 'open' | 'done' | 'dropped' | 'failed';
  readonly runAt: string;
  readonly attempts: number;
  readonly error: string | null;
  /** Who has had it tried again; null while nobody has. */
  readonly retriedBy: string | null;
}

export const deliveries = table<DeliveryRow>({
  name: 'deliveries',
  key: ['dossierId', 'postId'],
  columns: { dossierId: 'text', postId: 'text', begins: 'text', start: 'json', status: 'text', runAt: 'text', attempts: 'integer', error: 'text', retriedBy: 'text' },
});
