import type { Event } from '../../engine/event.ts';
import type { DeliveryRow, PostRow } from '../../storage/tables/posts.ts';
import { Refused } from '../answer.ts';
import { beginDossier } from '../begin-dossier.ts';
import { fireDueTimers } from '../due-timers.ts';
import { advance, openDossier, save } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { backoffMs, later, MAX_ATTEMPTS } from './backoff.ts';

/** Hands posts to their dossiers, each in a transaction of its own together with its row: exactly once. */
export async function deliverDue(world: Surroundings, batch: number): Promise<number> {
  const due = await world.store.read((tx) => tx.deliveries.find({ status: 'open', runAt: { lte: world.now() } }, { order: [['runAt', 'asc'], ['dossierId', 'asc']], limit: batch }));
  for (const delivery of due) {
    try {
      await hand(world, delivery);
    } catch (error) {
      await putOff(world, delivery, error);
    }
  }
  return due.length;
}

async function hand(world: Surroundings, { dossierId, postId, begins }: DeliveryRow): Promise<void> {
  const which = { dossierId, postId };
  try {
    const moved = await world.store.transaction(async (tx) => {
      const post = await tx.posts.first({ id: postId });
      if (post === undefined) throw new Error(`expected the post ${postId} to be kept, but it is gone`);
      const taken = await tx.deliveries.update({ ...which, status: 'open' }, { status: 'done' });
      if (taken === 0) return undefined;
      if (begins !== null) {
        await beginDossier(world, tx, { id: dossierId, hash: begins, post });
        return undefined;
      }
      const open = await openDossier(world, tx, world.now(), dossierId);
      await fireDueTimers(open);
      await advance(open, { kind: post.kind, actor: 'system', about: { name: post.name, from: post.dossierId, post: post.id } }, [eventOf(post, open.now)]);
      await save(open);
      return open.row;
    });
    if (moved !== undefined) world.moved?.(moved);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await giveBack(world, which);
  }
}

function eventOf({ kind, name, keys, data }: PostRow, at: string): Event {
  const given = Object.keys(data).length > 0 ? { data } : {};
  return kind === 'signal' ? { type: 'signal', at, by: 'system', name, ...given } : { type: 'message', at, by: 'system', name, keys, ...given };
}

/** The dossier does not wait for it any more. A signal has passed; a message is kept for the next who waits. */
async function giveBack(world: Surroundings, which: Pick<DeliveryRow, 'dossierId' | 'postId'>): Promise<void> {
  await world.store.transaction(async (tx) => {
    const kept = await tx.posts.update({ id: which.postId, kind: 'message', status: 'done' }, { status: 'open', runAt: world.now() });
    if (kept > 0) await tx.deliveries.remove({ ...which, status: 'open' });
    else await tx.deliveries.update({ ...which, status: 'open' }, { status: 'dropped' });
  });
}

async function putOff(world: Surroundings, { dossierId, postId }: DeliveryRow, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  world.log('error', 'post.failed', { dossier: dossierId, post: postId, reason });
  await world.store.transaction(async (tx) => {
    const row = await tx.deliveries.first({ dossierId, postId, status: 'open' });
    if (row === undefined) return;
    const attempts = row.attempts + 1;
    await tx.deliveries.update({ dossierId, postId }, { attempts, error: reason, status: attempts >= MAX_ATTEMPTS ? 'failed' : 'open', runAt: later(world.now(), backoffMs(attempts, world.random)) });
  });
}
