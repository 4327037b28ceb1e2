import type { LocalText } from '../../engine/definition.ts';
import type { Transaction } from '../../storage/store.ts';
import type { Failure } from '../api/incident.ts';
import { accountsOf } from '../payments/account.ts';
import { paymentProvider, refundRow } from '../payments/give-back.ts';
import type { Services } from '../services.ts';
import { namesOf } from './names.ts';
import { stepName } from './step-name.ts';

const most = 200;

interface Start {
  readonly procedureKey: string;
  readonly node: string;
  readonly part: number;
}

/** What failed: a start event of a procedure, a word that was said, a version whose day had come, or a refund. */
export type Failed =
  | { readonly kind: 'start'; readonly start: Start }
  | { readonly kind: 'word'; readonly postId: string }
  | { readonly kind: 'version'; readonly hash: string }
  | { readonly kind: 'refund'; readonly notice: string };

/** Ids of nodes may hold whatever XML allows, except spaces; what is named stands in an address. */
const named = (kind: Failure['kind'], ...parts: readonly (string | number)[]): string => `${kind}_${Buffer.from(parts.join(' ')).toString('base64url')}`;
const startId = ({ procedureKey, node, part }: Start): string => named('start', procedureKey, node, part);

/** What an id names; nothing when it is none. */
export function failureNamed(id: string): Failed | undefined {
  const [kind, encoded = ''] = id.split(/_(.*)/s);
  const [first = '', node, part, ...more] = Buffer.from(encoded, 'base64url').toString().split(' ');
  if (kind === 'word') return { kind, postId: first };
  if (kind === 'version') return { kind, hash: first };
  if (kind === 'refund') return { kind, notice: first };
  if (kind !== 'start' || node === undefined || !/^\d{1,3}$/.test(part ?? '') || more.length > 0) return undefined;
  return { kind, start: { procedureKey: first, node, part: Number(part) } };
}

/** How many dossiers of each procedure, by its key, could not begin. */
export async function unbegun(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const tallies = await tx.startTurns.tally({ status: 'failed' }, ['procedureKey'], { all: {} });
  return new Map(tallies.map(({ procedureKey, counts }) => [procedureKey, counts.all]));
}

type Shelf = Pick<Services, 'library' | 'now'>;

/** What the machine gave up and a person must mend, of each kind at most 200: versions first, since they may be why the others failed. */
export async function failures(services: Shelf, tx: Transaction): Promise<Failure[]> {
  return [...await unreadable(services, tx), ...await unoffered(services, tx), ...await failedStarts(services, tx), ...await failedWords(services, tx), ...await failedRefunds(services, tx)];
}

/** What is offered and cannot be read: another version mends it. One whose day has come is told of below. */
async function unreadable({ library }: Shelf, tx: Transaction): Promise<Failure[]> {
  const shown: Failure[] = [];
  for (const { key, hash, message } of (await library.published(tx)).unreadable.slice(0, most)) {
    const row = await tx.procedureVersions.first({ hash });
    if (row?.offered === true) shown.push({ id: named('unreadable', hash), kind: 'unreadable', procedure: { key, name: plain(key) }, unit: null, what: plain(String(row.number)), dossiers: 0, since: row.offeredAt ?? row.publishedAt, stands: true, message: said(message) });
  }
  return shown;
}

/** Versions whose day has come, and that cannot be offered. */
async function unoffered({ library, now }: Shelf, tx: Transaction): Promise<Failure[]> {
  const shown: Failure[] = [];
  for (const { key, hash, number, offeredFrom, offerError } of await tx.procedureVersions.find({ offered: false, offeredFrom: { lte: now() } }, { order: [['offeredFrom', 'asc']], limit: most })) {
    if (offerError === null || offeredFrom === null) continue;
    const pack = await library.listed(tx, hash);
    shown.push({ id: named('version', hash), kind: 'version', procedure: { key, name: pack?.procedure.shortName ?? plain(key) }, unit: null, what: plain(String(number)), dossiers: 0, since: offeredFrom, stands: true, message: said(offerError) });
  }
  return shown;
}

/** The places where dossiers could not begin, and timers that stand still themselves. */
async function failedStarts(services: Shelf, tx: Transaction): Promise<Failure[]> {
  const stuck = await tx.startTimers.find({ status: 'failed' }, { limit: most });
  const tallies = await tx.startTurns.tally({ status: 'failed' }, ['procedureKey', 'node', 'part'], { all: {} });
  const found = new Map([...stuck, ...tallies.slice(0, most)].map((which) => [startId(which), which]));
  const shown: Failure[] = [];
  for (const [id, { procedureKey, node, part }] of [...found].toSorted(([, one], [, other]) => one.procedureKey.localeCompare(other.procedureKey) || one.node.localeCompare(other.node) || one.part - other.part)) {
    const timer = stuck.find((one) => startId(one) === id);
    const first = await tx.startTurns.first({ procedureKey, node, part, status: 'failed' }, { order: [['dueAt', 'asc']] });
    const last = first ?? timer;
    if (last === undefined) continue;
    const pack = await currentOf(services, tx, procedureKey);
    const drawn = pack?.definition.nodes[node];
    shown.push({
      id, kind: 'start', procedure: { key: procedureKey, name: pack?.procedure.shortName ?? plain(procedureKey) }, unit: (await namesOf(tx, [last.unitId])).unit(last.unitId),
      what: drawn === undefined ? plain(node) : stepName(drawn), dossiers: tallies.find((one) => startId(one) === id)?.counts.all ?? 0, since: last.dueAt, stands: timer !== undefined, message: said(last.error),
    });
  }
  return shown;
}

/** Words that could not be handed to dossiers that wait for them; of the first of these is the procedure. */
async function failedWords(services: Shelf, tx: Transaction): Promise<Failure[]> {
  const undelivered = { status: 'failed', begins: null } as const;
  const shown: Failure[] = [];
  for (const { postId, counts } of (await tx.deliveries.tally(undelivered, ['postId'], { all: {} })).slice(0, most)) {
    const first = await tx.deliveries.first({ ...undelivered, postId }, { order: [['dossierId', 'asc']] });
    const [post, dossier] = [await tx.posts.first({ id: postId }), first && (await tx.dossiers.first({ id: first.dossierId }))];
    if (post === undefined || first === undefined || dossier === undefined) continue;
    const pack = await currentOf(services, tx, dossier.procedureKey);
    shown.push({
      id: named('word', postId), kind: 'word', procedure: { key: dossier.procedureKey, name: pack?.procedure.shortName ?? plain(dossier.procedureKey) }, unit: (await namesOf(tx, [dossier.unitId])).unit(dossier.unitId),
      what: plain(post.name), dossiers: counts.all, since: post.thrownAt, stands: false, message: said(first.error),
    });
  }
  return shown;
}

/** Refunds for which the provider was asked in vain. */
async function failedRefunds(services: Shelf, tx: Transaction): Promise<Failure[]> {
  const shown: Failure[] = [];
  for (const { id, dossierId, createdAt, error } of await tx.outbox.find({ kind: 'refund', recipient: paymentProvider, status: 'failed' }, { order: [['createdAt', 'asc']], limit: most })) {
    const dossier = (await tx.dossiers.first({ id: dossierId }))!;
    const payments = await tx.payments.find({ dossierId });
    const isOpen = [...(await accountsOf(tx, payments)).values()].some(({ refunds }) => refunds.some(({ asked, state }) => state === 'sent' && refundRow(dossierId, asked.refund ?? '') === id));
    if (!isOpen) continue;
    const pack = await currentOf(services, tx, dossier.procedureKey);
    shown.push({ id: named('refund', id), kind: 'refund', procedure: { key: dossier.procedureKey, name: pack?.procedure.shortName ?? plain(dossier.procedureKey) }, unit: (await namesOf(tx, [dossier.unitId])).unit(dossier.unitId), what: plain(dossier.code), dossiers: 1, since: createdAt, stands: false, message: said(error) });
  }
  return shown;
}

/** That a package cannot be read may be why something failed: it is told all the same. */
const currentOf = ({ library }: Shelf, tx: Transaction, key: string) => library.current(tx, key).catch(() => undefined);

const plain = (text: string): LocalText => ({ vi: text, en: text });
const said = (message: string | null): string => (message ?? '').slice(0, 500) || '–';
