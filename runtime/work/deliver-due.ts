import type { Event } from '../../engine/event.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { DeliveryRow, PostRow } from '../../storage/tables/posts.ts';
import { Refused } from '../answer.ts';
import { beginByPost } from '../begin-by-post.ts';
import { fireDueTimers } from '../due-timers.ts';
import { advance, openDossier, save } from '../open-dossier.ts';
import type { OpenDossier } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { saidBy } from '../said-by.ts';
import { backoffMs, later, MAX_ATTEMPTS } from './backoff.ts';
import { sideBySide } from './side-by-side.ts';

/** Hands posts to their dossiers, each together with its row: exactly once. Several dossiers share a transaction. */
export async function deliverDue(world: Surroundings, batch: number): Promise<number> {
  const due = await world.store.read((tx) => tx.deliveries.find({ status: 'open', runAt: { lte: world.now() } }, { order: [['runAt', 'asc'], ['dossierId', 'asc']], limit: batch }));
  // What one dossier is told stays in order.
  await sideBySide([...Map.groupBy(due, ({ dossierId }) => dossierId).values()], (some) => hand(world, some), async (own) => {
    for (const delivery of own) await handOrPutOff(world, delivery);
  });
  return due.length;
}

/** Hands over one. What is not said any more when it comes is given back; what fails is tried later, and in the end a person is asked. */
export async function handOrPutOff(world: Surroundings, delivery: DeliveryRow): Promise<void> {
  try {
    await hand(world, [[delivery]]);
  } catch (error) {
    if (error instanceof Refused && delivery.begins === null) await giveBack(world, delivery).catch((reason: unknown) => putOff(world, delivery, reason));
    else await putOff(world, delivery, error);
  }
}

/** What each of some dossiers is told. All or nothing. */
async function hand(world: Surroundings, all: readonly (readonly DeliveryRow[])[]): Promise<void> {
  const moved = await world.store.transaction(async (tx) => {
    const rows: DossierRow[] = [];
    for (const { letters, open } of await Promise.all(all.map((own) => take(world, tx, own)))) {
      if (open !== undefined) await fireDueTimers(open);
      for (const { dossierId, begins, start, post, retriedBy } of letters) {
        if (begins !== null) rows.push((await beginByPost(world, tx, { id: dossierId, node: start?.node, hash: begins, post, retriedBy })).row);
        else if (open !== undefined) await tell(open, post, retriedBy);
      }
      if (open === undefined) continue;
      await save(open);
      rows.push(open.row);
    }
    return rows;
  });
  for (const dossier of moved) world.moved?.(dossier);
}

async function tell(open: OpenDossier, post: PostRow, retriedBy: string | null): Promise<void> {
  const said = post.sender === null ? { from: post.dossierId } : {};
  await advance(open, { kind: post.kind, ...saidBy(post.sender ?? 'system', { name: post.name, ...said, post: post.id }, retriedBy) }, [eventOf(post, open.now)]);
}

interface Taken {
  readonly letters: readonly (Pick<DeliveryRow, 'dossierId' | 'begins' | 'start' | 'retriedBy'> & { readonly post: PostRow })[];
  /** Absent when nothing is left to be said, or it is yet to begin. */
  readonly open?: OpenDossier;
}

/** What one dossier is still to be told, from now on done, and the dossier. */
async function take(world: Surroundings, tx: Transaction, own: readonly DeliveryRow[]): Promise<Taken> {
  const asked = own.map(async ({ dossierId, postId, begins, start, retriedBy }) => {
    const [post, taken] = await Promise.all([tx.posts.first({ id: postId }), tx.deliveries.update({ dossierId, postId, status: 'open' }, { status: 'done' })]);
    if (post === undefined) throw new Error(`expected the post ${postId} to be kept, but it is gone`);
    return taken === 0 ? [] : [{ dossierId, begins, start, post, retriedBy }];
  });
  const letters = (await Promise.all(asked)).flat();
  const told = letters.find(({ begins }) => begins === null);
  return told === undefined ? { letters } : { letters, open: await openDossier(world, tx, world.now(), told.dossierId) };
}

function eventOf({ sender, kind, name, keys, data }: PostRow, at: string): Event {
  const by = sender ?? 'system';
  const given = Object.keys(data).length > 0 ? { data } : {};
  return kind === 'signal' ? { type: 'signal', at, by, name, ...given } : { type: 'message', at, by, name, keys, ...given };
}

/** The dossier does not wait for it any more. A signal has passed; a message is kept for the next who waits. */
async function giveBack(world: Surroundings, { dossierId, postId }: DeliveryRow): Promise<void> {
  const which = { dossierId, postId };
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
    // What was refused would be refused again.
    const last = attempts >= MAX_ATTEMPTS || error instanceof Refused;
    if (last && row.start !== null) await waitForPerson(tx, row, row.start, world.now(), reason);
    await tx.deliveries.update({ dossierId, postId }, { attempts, error: reason, status: last ? 'failed' : 'open', runAt: later(world.now(), backoffMs(attempts, world.random)) });
  });
}

/** The dossier that the word should have begun stands among those that a timer could not begin. */
async function waitForPerson(tx: Transaction, { dossierId, postId, attempts }: DeliveryRow, start: NonNullable<DeliveryRow['start']>, now: string, error: string): Promise<void> {
  const post = await tx.posts.first({ id: postId });
  await tx.startTurns.insert({ ...start, dossierId, postId, part: 0, dueAt: post?.thrownAt ?? now, status: 'failed', runAt: now, attempts: attempts + 1, error, retriedBy: null });
}
