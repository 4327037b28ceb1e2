import type { Visit } from '../engine/effect.ts';
import type { Environment } from '../engine/environment.ts';
import type { Event } from '../engine/event.ts';
import type { Data, Json, State } from '../engine/state.ts';
import { start, transition } from '../engine/transition.ts';
import { entryHash, payloadDigest } from '../storage/chain.ts';
import { sha256 } from '../storage/sha256.ts';
import type { Transaction } from '../storage/store.ts';
import { stateOf } from '../storage/tables/dossiers.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import type { JobRow } from '../storage/tables/jobs.ts';
import type { TaskRow } from '../storage/tables/tasks.ts';
import { Refused } from './answer.ts';
import { dossierFacts } from './dossier-facts.ts';
import { effects } from './effects/effects.ts';
import { factsLackingIn } from './facts-kept.ts';
import { list } from './list.ts';
import type { RunnableProcedure } from './procedure.ts';
import { refusalOf } from './rejection.ts';
import type { Surroundings } from './runtime.ts';

/** A dossier in the hands of one transaction. `row` is what it will be once saved. */
export interface OpenDossier {
  readonly world: Surroundings;
  readonly tx: Transaction;
  readonly now: string;
  procedure: RunnableProcedure;
  /** The version to which a `migrate` event may take it. */
  readonly target?: RunnableProcedure;
  row: DossierRow;
  /** As it stands in the database. */
  saved: DossierRow;
  /** Its steps that are open and its timers that are due; kept up with what is written, so that nobody has to ask again. */
  tasks: readonly TaskRow[];
  due: readonly JobRow[];
  /** How many notices it has left for its applicant. */
  told?: number;
}

/** Takes the dossier; nobody else can until the transaction ends. Refused when there is none. */
export async function openDossier(world: Surroundings, tx: Transaction, now: string, dossierId: string): Promise<OpenDossier> {
  const open = await takeDossier(world, tx, now, dossierId, 'wait');
  if (open === undefined) throw new Refused({ ok: false, refused: 'not-found', message: `expected a dossier, but there is no ${dossierId}` });
  return open;
}

/** Takes each of several dossiers that nobody else has in hand; others are left out. */
export async function openFree(world: Surroundings, tx: Transaction, now: string, dossierIds: readonly string[]): Promise<readonly OpenDossier[]> {
  const taken = await Promise.all(dossierIds.map((id) => takeDossier(world, tx, now, id, 'skip')));
  return taken.filter((open) => open !== undefined);
}

async function takeDossier(world: Surroundings, tx: Transaction, now: string, id: string, lock: 'wait' | 'skip'): Promise<OpenDossier | undefined> {
  // Asked together: whoever waits for the dossier sees what is open and due when they have it.
  const [row, tasks, due] = await Promise.all([tx.dossiers.first({ id }, { lock }), tx.tasks.find({ dossierId: id, status: 'open' }), dueTimers(tx, id, now)]);
  return row && { world, tx, now, procedure: await procedureOf(world, tx, row.procedureHash), row, saved: row, tasks, due };
}

/** The dossier's timers that are due. It has a few, and they are the same at every instant; in an order they would be planned anew each time. */
export async function dueTimers(tx: Transaction, dossierId: string, now: string): Promise<JobRow[]> {
  const open = await tx.jobs.find({ dossierId, kind: 'timer', status: 'open' });
  return open.filter(({ runAt }) => runAt <= now);
}

/** The dossier as it stands, without taking it: for looking ahead, never for changing. */
export async function lookAt(world: Surroundings, tx: Transaction, now: string, dossierId: string): Promise<Pick<OpenDossier, 'procedure' | 'row' | 'now'>> {
  const row = await tx.dossiers.first({ id: dossierId });
  if (row === undefined) throw new Refused({ ok: false, refused: 'not-found', message: `expected a dossier, but there is no ${dossierId}` });
  return { now, procedure: await procedureOf(world, tx, row.procedureHash), row };
}

export async function procedureOf(world: Surroundings, tx: Transaction, hash: string): Promise<RunnableProcedure> {
  const procedure = await world.loadProcedure(hash, tx);
  if (procedure === undefined) throw new Error(`expected the published procedure ${hash} to be kept, but it is gone`);
  return procedure;
}

/** What an entry of the journal may say was done. Journals keep the word for good: it is never renamed. */
export type Deed =
  | 'file' | 'begin' | 'withdraw'
  | 'task.claim' | 'task.release' | 'task.assign' | 'task.complete' | 'task.fail' | 'task.escalate'
  | 'step.begin' | 'step.end' | 'job.complete' | 'job.fail' | 'job.release' | 'message' | 'signal' | 'timer'
  | 'incident.retry' | 'incident.skip' | 'move' | 'transfer' | 'transfer.undo'
  | 'money.odd' | 'money.kept' | 'money.aside' | 'fee.lowered' | 'refund.asked' | 'refund.approved' | 'refund.declined' | 'refund.abandoned' | 'refund.made';

/** What is written to the journal beside the events, e.g. which task was claimed. */
export interface Note {
  readonly kind: Deed;
  readonly actor: string;
  readonly about?: { readonly [name: string]: Json };
}

/**
 * Puts events to the engine, one after the other, carries out what they ask for in rows, and writes one journal entry.
 * Refused when the engine rejects one. Without events it only writes the entry.
 */
export async function advance(open: OpenDossier, note: Note, events: readonly Event[]): Promise<void> {
  const visits: Visit[] = [];
  const put: Event[] = [];
  const queue = events.length === 0 ? [] : await withFacts(open, events);
  for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
    if (isCalledOff(open, event, put)) continue;
    const { definition } = open.procedure;
    const environment = environmentOf(open);
    const state = stateOf(open.row);
    const step = event.type === 'start' ? start(definition, event, environment) : transition(definition, state, event, environment);
    if ('rejected' in step) throw new Refused(refusalOf(step, open.row));
    put.push(event);
    visits.push(...step.visits);
    remember(open, step.state);
    if (event.type === 'migrate') goOver(open);
    for (const effect of step.effects) {
      const follows = await effects[effect.type](open, effect as never, event);
      if (follows !== undefined) queue.push(follows);
    }
  }
  await write(open, note, put, visits);
}

/** A timer whose step what was told just before has taken back: where it is due by now, another waits. */
const isCalledOff = ({ row }: OpenDossier, event: Event, put: readonly Event[]): boolean =>
  event.type === 'timer' && put.length > 0 && !row.progress.subscriptions.some(({ id }) => id === event.subscription);

function environmentOf({ procedure: { environment }, target }: OpenDossier): Environment {
  if (target === undefined) return environment;
  return { ...environment, version: (hash) => (hash === target.hash ? target : undefined) };
}

/** From here on the dossier is of the other version: what the step asked for is carried out as that is drawn. */
function goOver(open: OpenDossier): void {
  if (open.target === undefined) throw new Error('expected the version to be at hand to which the dossier goes, but it is not');
  open.procedure = open.target;
  open.row = { ...open.row, procedureHash: open.target.hash };
}

/** What models may read of every dossier, kept before each transition: `data.dossier`, what the house knows of it, and what one of an earlier version lacks. */
async function withFacts(open: OpenDossier, events: readonly Event[]): Promise<Event[]> {
  const [first] = events;
  if (first === undefined || first.type === 'start') return [...events];
  const facts = dossierFacts(open.row);
  const kept = open.row.data['dossier'] as typeof facts | null | undefined;
  const told = Object.entries(facts).every(([name, fact]) => kept?.[name] === fact);
  const data: Data = { ...(await factsLackingIn(open.tx, open.row, open.target ?? open.procedure)), ...(!told && { dossier: facts }) };
  return Object.keys(data).length === 0 ? [...events] : [{ type: 'data', at: first.at, by: 'system', data }, ...events];
}

function remember(open: OpenDossier, { data, ...progress }: State): void {
  open.row = { ...open.row, progress, data, status: progress.status };
}

async function write(open: OpenDossier, { kind, actor, about }: Note, events: readonly Event[], visits: readonly Visit[]): Promise<void> {
  const { tx, now, row } = open;
  const payload = { events, ...(about === undefined ? {} : { about }) };
  const salt = open.world.newId();
  const entry = {
    dossierId: row.id, seq: row.version + 1, at: now, actor, kind, visits, payloadDigest: payloadDigest(sha256, salt, payload), prevHash: row.head,
  };
  const hash = entryHash(sha256, entry);
  await tx.journal.insert({ ...entry, hash });
  await tx.journalPayloads.insert({ dossierId: row.id, seq: entry.seq, salt, payload });
  open.row = { ...row, version: entry.seq, head: hash, updatedAt: now };
}

/** Keeps what is new of the dossier; the transaction fails when it was changed meanwhile, which the lock should have prevented. */
export async function save(open: OpenDossier): Promise<void> {
  const { row, saved } = open;
  if (row === saved) return;
  const change: Record<string, unknown> = {};
  for (const name of Object.keys(row) as (keyof DossierRow)[]) if (row[name] !== saved[name]) change[name] = row[name];
  if (Object.keys(change).length === 0) return;
  await open.tx.dossiers.setOne({ id: row.id, version: saved.version }, change);
  await list(open.tx, row, open.tasks);
  open.saved = row;
}
