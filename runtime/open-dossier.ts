import type { Visit } from '../engine/effect.ts';
import type { Environment } from '../engine/environment.ts';
import type { Event } from '../engine/event.ts';
import type { Json, State } from '../engine/state.ts';
import { start, transition } from '../engine/transition.ts';
import { entryHash, payloadDigest } from '../storage/chain.ts';
import { sha256 } from '../storage/sha256.ts';
import type { Transaction } from '../storage/store.ts';
import { stateOf } from '../storage/tables/dossiers.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import { Refused } from './answer.ts';
import { effects } from './effects/effects.ts';
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
  /** Version that stands in the database. */
  savedVersion: number;
}

/** Takes the dossier; nobody else can until the transaction ends. Refused when there is none. */
export async function openDossier(world: Surroundings, tx: Transaction, now: string, dossierId: string): Promise<OpenDossier> {
  const row = await tx.dossiers.first({ id: dossierId }, { lock: 'wait' });
  if (row === undefined) throw new Refused({ ok: false, refused: 'not-found', message: `expected a dossier, but there is no ${dossierId}` });
  return { world, tx, now, procedure: await procedureOf(world, tx, row.procedureHash), row, savedVersion: row.version };
}

/** The dossier as it stands, without taking it: for looking ahead, never for changing. */
export async function lookAt(world: Surroundings, tx: Transaction, now: string, dossierId: string): Promise<OpenDossier> {
  const row = await tx.dossiers.first({ id: dossierId });
  if (row === undefined) throw new Refused({ ok: false, refused: 'not-found', message: `expected a dossier, but there is no ${dossierId}` });
  return { world, tx, now, procedure: await procedureOf(world, tx, row.procedureHash), row, savedVersion: row.version };
}

export async function procedureOf(world: Surroundings, tx: Transaction, hash: string): Promise<RunnableProcedure> {
  const procedure = await world.loadProcedure(hash, tx);
  if (procedure === undefined) throw new Error(`expected the published procedure ${hash} to be kept, but it is gone`);
  return procedure;
}

/** What an entry of the journal may say was done. Journals keep the word for good: it is never renamed. */
export type Deed =
  | 'file' | 'begin' | 'withdraw'
  | 'task.claim' | 'task.release' | 'task.assign' | 'task.complete'
  | 'step.begin' | 'step.end' | 'job.complete' | 'job.fail' | 'message' | 'signal' | 'timer'
  | 'incident.retry' | 'incident.skip' | 'move' | 'transfer' | 'transfer.undo';

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
  const queue = events.length === 0 ? [] : withFacts(open, events);
  for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
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

/** `data.dossier`, which models may read: what the house knows of the dossier, kept before each transition. */
function withFacts(open: OpenDossier, events: readonly Event[]): Event[] {
  const [first] = events;
  if (first === undefined || first.type === 'start') return [...events];
  const facts = factsOf(open.row);
  if (JSON.stringify(open.row.data['dossier']) === JSON.stringify(facts)) return [...events];
  return [{ type: 'data', at: first.at, by: 'system', data: { dossier: facts } }, ...events];
}

export function factsOf({ id, code, unitId, receivingUnitId, submittedAt, acceptedAt, dueAt, state }: DossierRow): { readonly [name: string]: Json } {
  return { id, code, unit: unitId, receivingUnit: receivingUnitId, submittedAt, acceptedAt, dueAt, state };
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

/** Keeps the dossier; throws when it was changed meanwhile, which the lock should have prevented. */
export async function save(open: OpenDossier): Promise<void> {
  const { id, code, procedureKey, submittedAt, ...change } = open.row;
  const changed = await open.tx.dossiers.update({ id, version: open.savedVersion }, change);
  if (changed !== 1) throw new Error(`expected dossier ${code} (${procedureKey} ${change.procedureHash}, ${submittedAt}) to be at version ${open.savedVersion}, but it was changed meanwhile`);
  open.savedVersion = open.row.version;
}
