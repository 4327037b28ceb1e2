import { startedBy, type Start } from '../../engine/started-by.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DeliveryRow, PostRow } from '../../storage/tables/posts.ts';
import { newbornId, unitOfNewborn } from '../begin-by-post.ts';
import { logOf } from '../log-kept.ts';
import type { RunnableProcedure } from '../procedure.ts';
import type { Surroundings } from '../runtime.ts';
import { whoWaits } from '../who-waits.ts';
import { later, LEASE_MS, LONGEST_MS } from './backoff.ts';
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

const toDeliver = (tx: Transaction, { id: postId }: PostRow, receiver: Receiver, runAt: string): Promise<boolean> =>
  tx.deliveries.insertIfAbsent({ ...receiver, postId, status: 'open', runAt, attempts: 0, error: null, retriedBy: null });

/** The next of those who waited when the signal was thrown; with the last of them, every published procedure that it begins, or will once its version can be read. Answers how far it came. */
async function tell(world: Surroundings, tx: Transaction, post: PostRow, after: string): Promise<string | undefined> {
  const { dossierId: own, id, name, thrownAt, units } = post;
  const now = world.now();
  const page = post.unread !== null ? [] : await tx.subscriptions.find({ kind: 'signal', name, dossierId: { gt: after }, openedAt: { lte: thrownAt } }, { order: [['dossierId', 'asc']], limit: PAGE });
  const hearers = [...new Set(page.map(({ dossierId }) => dossierId))].filter((dossierId) => dossierId !== own);
  for (const dossierId of units === null ? hearers : await ofUnits(tx, units, hearers)) await toDeliver(tx, post, waiting(dossierId), now);
  if (page.length === PAGE) {
    await tx.posts.update({ dossierId: own, id }, { runAt: later(now, LEASE_MS) });
    return page.at(-1)!.dossierId;
  }
  const { begin, unread } = await beginners(world, tx, post);
  for (const begins of begin) if (!(await isAwaitedBy(tx, begins, post))) await toDeliver(tx, post, newborn(post, begins), now);
  await tx.posts.update({ dossierId: own, id }, unread.length > 0 ? { unread, runAt: askedAgain(post, now) } : { status: 'done' });
  return undefined;
}

const ofUnits = async (tx: Transaction, units: readonly string[], ids: readonly string[]): Promise<readonly string[]> =>
  (await tx.dossiers.find({ id: { in: [...ids] }, unitId: { in: [...units] } })).map(({ id }) => id);

/** A message is for one; while nobody wants it, it is kept. */
async function hand(world: Surroundings, tx: Transaction, post: PostRow): Promise<undefined> {
  const which = { dossierId: post.dossierId, id: post.id };
  const now = world.now();
  const { receiver, unread = [] } = await wantedBy(world, tx, post);
  if (receiver !== undefined) {
    await toDeliver(tx, post, receiver, now);
    await tx.posts.update(which, { status: 'done' });
  } else if (post.expiresAt > now) await tx.posts.update(which, { runAt: unread.length > 0 ? earlier(askedAgain(post, now), post.expiresAt) : post.expiresAt });
  else {
    await tx.posts.update(which, { status: 'expired' });
    logOf(world, tx)('warn', 'message.expired', { dossier: post.dossierId, post: post.id, name: post.name });
  }
}

type Receiver = Pick<DeliveryRow, 'dossierId' | 'begins' | 'start'>;

const waiting = (dossierId: string): Receiver => ({ dossierId, begins: null, start: null });

/** The one who has waited longest with these keys, else the first published procedure, by its key, that begins by it. */
async function wantedBy(world: Surroundings, tx: Transaction, post: PostRow): Promise<{ readonly receiver?: Receiver; readonly unread?: readonly string[] }> {
  const [first] = await whoWaits(tx, post.name, post.keys);
  if (first !== undefined) return { receiver: waiting(first.dossierId) };
  const { begin: [begins], unread } = await beginners(world, tx, post);
  return begins === undefined ? { unread } : { receiver: newborn(post, begins) };
}

/** When it is looked again whether a version can be read: after as long as it has been said already, but a minute to five. */
const askedAgain = ({ thrownAt }: PostRow, now: string): string => later(now, Math.min(Math.max(LEASE_MS, Date.parse(now) - Date.parse(thrownAt)), LONGEST_MS));

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** A place where a published procedure begins. */
interface Begins {
  readonly procedure: RunnableProcedure;
  readonly start: Start;
  readonly unitId: string;
}

/** Each place where a word begins a published procedure: a signal begins a dossier at every one (BPMN 2.0.2, 10.5.2). What no dossier says begins only what belongs to an office that hears it. `unread`: versions that cannot be read, so there may be more. */
async function beginners(world: Surroundings, tx: Transaction, post: PostRow): Promise<{ readonly begin: readonly Begins[]; readonly unread: readonly string[] }> {
  const { kind, name, unread } = post;
  const { readable, unreadable } = await world.published(tx);
  const asked = ({ key }: Pick<RunnableProcedure, 'key'>): boolean => unread === null || unread.includes(key);
  const drawn = readable.filter(asked).flatMap((procedure) => startedBy(procedure.definition, { kind, name }).map((start) => ({ procedure, start })));
  const begin = drawn.length === 0 ? [] : await placed(tx, drawn, post);
  return { begin, unread: unreadable.filter((key) => asked({ key })) };
}

/** With the unit whose dossier each will be. What no unit that hears it has is left out. */
async function placed(tx: Transaction, begins: readonly Omit<Begins, 'unitId'>[], { units, dossierId, data, thrownAt }: PostRow): Promise<readonly Begins[]> {
  if (units === null) {
    const from = await tx.dossiers.first({ id: dossierId });
    return Promise.all(begins.map(async (each) => ({ ...each, unitId: (from && (await unitOfNewborn(tx, each.procedure, from, data, thrownAt)))?.id ?? '' })));
  }
  const offices = new Map((await tx.units.find({ id: { in: [...units] } })).map(({ code, id }) => [code, id]));
  return begins.flatMap((each) => {
    const unitId = offices.get(each.procedure.office ?? '');
    return unitId === undefined ? [] : [{ ...each, unitId }];
  });
}

const newborn = ({ id }: PostRow, { procedure, start, unitId }: Begins): Receiver =>
  ({ dossierId: newbornId(id, procedure, start), begins: procedure.hash, start: { procedureKey: procedure.key, node: start.node, unitId } });

/** Whether a dossier that already has another of the events of this place waits for this one: then it begins no second there. */
async function isAwaitedBy(tx: Transaction, { procedure: { key }, start: { node } }: Begins, { kind, name, thrownAt }: PostRow): Promise<boolean> {
  for (let after = ''; ;) {
    const page = await tx.subscriptions.find({ kind, name, node, dossierId: { gt: after }, openedAt: { lte: thrownAt } }, { order: [['dossierId', 'asc']], limit: PAGE });
    if (page.length === 0) return false;
    if ((await tx.dossiers.count({ procedureKey: key, id: { in: page.map(({ dossierId }) => dossierId) } })) > 0) return true;
    if (page.length < PAGE) return false;
    after = page.at(-1)!.dossierId;
  }
}
