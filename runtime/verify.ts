import type { Event } from '../engine/event.ts';
import type { State } from '../engine/state.ts';
import { canonical } from '../storage/canonical.ts';
import { verifyChain } from '../storage/chain.ts';
import { sha256 } from '../storage/sha256.ts';
import type { Transaction } from '../storage/store.ts';
import { stateOf } from '../storage/tables/dossiers.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import type { JournalPayloadRow, JournalRow } from '../storage/tables/journal.ts';
import { isListed } from './list.ts';
import { procedureOf } from './open-dossier.ts';
import { replayed } from './replayed.ts';
import type { Surroundings, Verdict } from './runtime.ts';

type Fault = Verdict['faults'][number];

/** Everything that can be known about one dossier from its own record; see Verdict. */
export function verifyDossier(world: Surroundings, dossierId: string): Promise<Verdict> {
  return world.store.read(async (tx) => {
    const row = await tx.dossiers.first({ id: dossierId });
    if (row === undefined) return { dossierId, entries: 0, erased: false, faults: [{ check: 'rows', message: `expected a dossier, but there is no ${dossierId}` }] };
    const entries = await tx.journal.find({ dossierId }, { order: [['seq', 'asc']] });
    const payloads = await tx.journalPayloads.find({ dossierId }, { order: [['seq', 'asc']] });
    const erased = payloads.length < entries.length;
    const faults = [
      ...(await chainFaults(tx, row, entries, payloads)),
      ...(erased ? [] : await replayFaults(world, tx, row, payloads)),
      ...(await rowFaults(world, tx, row)),
    ];
    return { dossierId, entries: entries.length, erased, faults };
  });
}

/** Heads told before: the dossier's own, and those in checkpoints. */
async function chainFaults(tx: Transaction, row: DossierRow, entries: readonly JournalRow[], payloads: readonly JournalPayloadRow[]): Promise<Fault[]> {
  const told = await tx.checkpointLeaves.find({ dossierId: row.id });
  const fault = verifyChain(sha256, entries, payloads, [{ seq: row.version, hash: row.head }, ...told]);
  if (fault !== undefined) return [{ check: 'chain', ...fault }];
  if (entries.length === row.version) return [];
  return [{ check: 'chain', seq: row.version + 1, message: `expected the chain to end at ${row.version}, but it goes on to ${entries.length}` }];
}

async function replayFaults(world: Surroundings, tx: Transaction, row: DossierRow, payloads: readonly JournalPayloadRow[]): Promise<Fault[]> {
  const events = payloads.flatMap(({ payload }) => (payload as { readonly events: readonly Event[] }).events);
  try {
    const state = await replayed(world, tx, row, events);
    if (canonical(state ?? null) === canonical(stateOf(row))) return [];
    return [{ check: 'replay', message: 'expected the journal to give the state that is kept, but it gives another' }];
  } catch (error) {
    return [{ check: 'replay', message: error instanceof Error ? error.message : String(error) }];
  }
}

/** Rows for people and machine stand for exactly what the state waits for; a live dossier waits for something. */
async function rowFaults(world: Surroundings, tx: Transaction, row: DossierRow): Promise<Fault[]> {
  const dossierId = row.id;
  const jobs = await tx.jobs.find({ dossierId, status: 'open' });
  const failedTimers = await tx.jobs.find({ dossierId, kind: 'timer', status: 'failed' });
  const tasks = await tx.tasks.find({ dossierId, status: 'open' });
  const kept = {
    tasks: tasks.map(({ token }) => token),
    connectors: jobs.filter(({ kind }) => kind === 'connector').map(({ reference }) => reference),
    timers: [...jobs.filter(({ kind }) => kind === 'timer'), ...failedTimers].map(({ reference }) => reference),
    subscriptions: (await tx.subscriptions.find({ dossierId })).map(({ subscription }) => subscription),
    incidents: (await tx.incidents.find({ dossierId, resolvedAt: null, incident: { gte: 0 } })).map(({ incident }) => incident),
  };
  const state = stateOf(row);
  const wanted = waitsOf(state);
  const faults = (Object.keys(kept) as (keyof typeof kept)[]).flatMap((kind): Fault[] => {
    const [found, expected] = [sorted(kept[kind]), sorted(wanted[kind])];
    return found === expected ? [] : [{ check: 'rows', message: `expected ${kind} [${expected}], but there are [${found}]` }];
  });
  for (const task of tasks.filter((one) => !isListed(row, one))) faults.push({ check: 'rows', message: `expected lists to say of step ${task.node} what its dossier is, but they say something else` });
  const stuck = state.status === 'active' && Object.values(kept).every((open) => open.length === 0) && !(await waitsForSomeone(world, tx, row, state));
  return stuck ? [...faults, { check: 'stuck', message: 'expected a live dossier to wait for a person, the machine, a message or a repair, but it waits for nothing' }] : faults;
}

/** A condition may come to hold when data change, and a person may begin a step of an ad-hoc sub-process: neither has a row. */
async function waitsForSomeone(world: Surroundings, tx: Transaction, row: DossierRow, state: State): Promise<boolean> {
  if (state.subscriptions.some(({ event }) => event.kind === 'conditional')) return true;
  const { definition } = await procedureOf(world, tx, row.procedureHash);
  return state.tokens.some(({ at, wait }) => wait.on === 'scope' && definition.nodes[at]?.kind === 'adHocSubProcess');
}

function waitsOf(state: State): { readonly [kind in 'tasks' | 'connectors' | 'timers' | 'subscriptions' | 'incidents']: number[] } {
  const tokensOn = (on: 'task' | 'job'): number[] => state.tokens.filter(({ wait }) => wait.on === on).map(({ id }) => id);
  const subscribed = (...kinds: readonly State['subscriptions'][number]['event']['kind'][]): number[] => state.subscriptions.filter(({ event }) => kinds.includes(event.kind)).map(({ id }) => id);
  return {
    tasks: tokensOn('task'), connectors: tokensOn('job'), timers: subscribed('timer'), subscriptions: subscribed('message', 'signal'),
    incidents: state.incidents.map(({ id }) => id),
  };
}

function sorted(numbers: readonly number[]): string {
  return numbers.toSorted((a, b) => a - b).join(', ');
}
