import { startedBy } from '../../engine/started-by.ts';
import { canonical } from '../../storage/canonical.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DeliveryRow, PostRow } from '../../storage/tables/posts.ts';
import type { SubscriptionRow } from '../../storage/tables/subscriptions.ts';
import type { RunnableProcedure } from '../procedure.ts';
import { rowId } from '../row-id.ts';
import type { Surroundings } from '../runtime.ts';
import { deliverDue } from './deliver-due.ts';

/** Makes out who gets each post that is due, then hands over what is due. Answers how many of both. */
export async function runPosts(world: Surroundings, batch: number): Promise<number> {
  const due = await world.store.read((tx) => tx.posts.find({ status: 'open', runAt: { lte: world.now() } }, { order: [['runAt', 'asc'], ['id', 'asc']], limit: batch }));
  for (const { dossierId, id } of due) {
    await world.store.transaction(async (tx) => {
      const post = await tx.posts.first({ dossierId, id, status: 'open' }, { lock: 'wait' });
      if (post !== undefined) await address(world, tx, post);
    });
  }
  return due.length + (await deliverDue(world, batch));
}

/** One delivery for each dossier, in one transaction: killed before its end, nobody is told; after it, everybody will be. */
async function address(world: Surroundings, tx: Transaction, post: PostRow): Promise<void> {
  const which = { dossierId: post.dossierId, id: post.id };
  const now = world.now();
  const found = post.kind === 'signal' ? await heardBy(world, tx, post) : await wantedBy(world, tx, post);
  for (const { dossierId, begins } of found) await tx.deliveries.insertIfAbsent({ dossierId, postId: post.id, begins, status: 'open', runAt: now, attempts: 0, error: null });
  if (post.kind === 'signal' || found.length > 0) await tx.posts.update(which, { status: 'done' });
  else if (post.expiresAt > now) await tx.posts.update(which, { runAt: post.expiresAt });
  else {
    await tx.posts.update(which, { status: 'expired' });
    world.log('warn', 'message.expired', { dossier: post.dossierId, post: post.id, name: post.name });
  }
}

type Receiver = Pick<DeliveryRow, 'dossierId' | 'begins'>;

/** Everyone who waited when the signal was thrown, and every published procedure that it begins. */
async function heardBy(world: Surroundings, tx: Transaction, { dossierId, id, name, thrownAt }: PostRow): Promise<Receiver[]> {
  const waiting = await tx.subscriptions.find({ kind: 'signal', name, dossierId: { not: dossierId }, openedAt: { lte: thrownAt } });
  const begun = await beginners(world, tx, 'signal', name);
  return [...new Set(waiting.map((one) => one.dossierId))].map((each): Receiver => ({ dossierId: each, begins: null })).concat(begun.map((procedure) => newborn(id, procedure)));
}

/** The one who has waited longest with these keys, else the first published procedure that begins by it. */
async function wantedBy(world: Surroundings, tx: Transaction, post: PostRow): Promise<Receiver[]> {
  const waiting = await tx.subscriptions.find({ kind: 'message', name: post.name }, { order: [['openedAt', 'asc'], ['dossierId', 'asc']] });
  const first = waiting.find((one) => fits(one, post));
  if (first !== undefined) return [{ dossierId: first.dossierId, begins: null }];
  const [procedure] = await beginners(world, tx, 'message', post.name);
  return procedure === undefined ? [] : [newborn(post.id, procedure)];
}

function fits({ keys }: SubscriptionRow, post: PostRow): boolean {
  return Object.entries(keys).every(([name, value]) => Object.hasOwn(post.keys, name) && canonical(post.keys[name]) === canonical(value));
}

async function beginners(world: Surroundings, tx: Transaction, kind: PostRow['kind'], name: string): Promise<RunnableProcedure[]> {
  return (await world.published(tx)).filter(({ definition }) => startedBy(definition, { kind, name }).length > 0);
}

/** The id of the dossier that a post begins is known before it exists: it begins once. */
function newborn(postId: string, { key, hash }: RunnableProcedure): Receiver {
  return { dossierId: rowId(postId, key), begins: hash };
}
