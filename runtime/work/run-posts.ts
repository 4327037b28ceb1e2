import { startedBy } from '../../engine/started-by.ts';
import { canonical } from '../../storage/canonical.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DeliveryRow, PostRow } from '../../storage/tables/posts.ts';
import type { SubscriptionRow } from '../../storage/tables/subscriptions.ts';
import type { RunnableProcedure } from '../procedure.ts';
import { rowId } from '../row-id.ts';
import type { Surroundings } from '../runtime.ts';
import { later, LEASE_MS } from './backoff.ts';
import { deliverDue } from './deliver-due.ts';

/** Makes out who gets each post that is due, then hands over what is due. Answers how many of both. */
export async function runPosts(world: Surroundings, batch: number): Promise<number> {
  const due = await world.store.read((tx) => tx.posts.find({ status: 'open', runAt: { lte: world.now() } }, { order: [['runAt', 'asc'], ['id', 'asc']], limit: batch }));
  for (const { dossierId, id } of due) await address(world, { dossierId, id });
  return due.length + (await deliverDue(world, batch));
}

/** How many are told in one transaction: what is said to everyone must not keep the database from others. */
const PAGE = 200;

/**
 * One delivery for each dossier. A signal's are made page by page: whoever is killed on the way leaves the rest to another, who begins
 * again once the lease has run out; a delivery that is there already is not made twice.
 */
async function address(world: Surroundings, which: { readonly dossierId: string; readonly id: string }): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const from: string = after;
    after = await world.store.transaction(async (tx) => {
      const post = await tx.posts.first({ ...which, status: 'open' }, { lock: 'wait' });
      return post && (post.kind === 'signal' ? tell(world, tx, post, from) : hand(world, tx, post));
    });
  }
}

const toDeliver = (tx: Transaction, { id: postId }: PostRow, { dossierId, begins }: Receiver, runAt: string): Promise<boolean> =>
  tx.deliveries.insertIfAbsent({ dossierId, postId, begins, status: 'open', runAt, attempts: 0, error: null });

/** The next of those who waited when the signal was thrown; with the last of them, every published procedure that it begins. Answers how far it came. */
async function tell(world: Surroundings, tx: Transaction, post: PostRow, after: string): Promise<string | undefined> {
  const { dossierId: own, id, name, thrownAt } = post;
  const now = world.now();
  const page = await tx.subscriptions.find({ kind: 'signal', name, dossierId: { gt: after }, openedAt: { lte: thrownAt } }, { order: [['dossierId', 'asc']], limit: PAGE });
  for (const dossierId of new Set(page.map((one) => one.dossierId))) if (dossierId !== own) await toDeliver(tx, post, { dossierId, begins: null }, now);
  if (page.length === PAGE) {
    await tx.posts.update({ dossierId: own, id }, { runAt: later(now, LEASE_MS) });
    return page.at(-1)!.dossierId;
  }
  for (const procedure of await beginners(world, tx, 'signal', name)) await toDeliver(tx, post, newborn(id, procedure), now);
  await tx.posts.update({ dossierId: own, id }, { status: 'done' });
  return undefined;
}

/** A message is for one; while nobody wants it, it is kept. */
async function hand(world: Surroundings, tx: Transaction, post: PostRow): Promise<undefined> {
  const which = { dossierId: post.dossierId, id: post.id };
  const now = world.now();
  const receiver = await wantedBy(world, tx, post);
  if (receiver !== undefined) {
    await toDeliver(tx, post, receiver, now);
    await tx.posts.update(which, { status: 'done' });
  } else if (post.expiresAt > now) await tx.posts.update(which, { runAt: post.expiresAt });
  else {
    await tx.posts.update(which, { status: 'expired' });
    world.log('warn', 'message.expired', { dossier: post.dossierId, post: post.id, name: post.name });
  }
}

type Receiver = Pick<DeliveryRow, 'dossierId' | 'begins'>;

/** The one who has waited longest with these keys, else the first published procedure that begins by it. */
async function wantedBy(world: Surroundings, tx: Transaction, post: PostRow): Promise<Receiver | undefined> {
  const waiting = await tx.subscriptions.find({ kind: 'message', name: post.name }, { order: [['openedAt', 'asc'], ['dossierId', 'asc']] });
  const first = waiting.find((one) => fits(one, post));
  if (first !== undefined) return { dossierId: first.dossierId, begins: null };
  const [procedure] = await beginners(world, tx, 'message', post.name);
  return procedure === undefined ? undefined : newborn(post.id, procedure);
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
