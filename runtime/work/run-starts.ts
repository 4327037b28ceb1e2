import { nextTurn } from '../../engine/trigger.ts';
import type { Transaction } from '../../storage/store.ts';
import type { StartTimerRow } from '../../storage/tables/start-timers.ts';
import type { StartTurnRow } from '../../storage/tables/start-turns.ts';
import { Refused } from '../answer.ts';
import { beginTurn } from '../begin-turn.ts';
import { calendarOf } from '../calendars.ts';
import type { Surroundings } from '../runtime.ts';
import { timerDue } from '../timer-due.ts';
import { backoffMs, later, MAX_ATTEMPTS } from './backoff.ts';

const takeOverMs = 1_000;

type Which = Pick<StartTimerRow, 'procedureKey' | 'node' | 'part'>;

/**
 * Notes the turns of timers that have come, then begins their dossiers, the longest due first. What keeps one dossier from beginning
 * keeps neither the timer's next turn nor any other: after the last try it waits for a person. Answers how many of both were tried.
 */
export async function runStarts(world: Surroundings, batch: number): Promise<number> {
  const came = await world.store.read((tx) =>
    tx.startTimers.find({ status: 'open', runAt: { lte: world.now() } }, { order: [['runAt', 'asc'], ['procedureKey', 'asc'], ['node', 'asc'], ['part', 'asc']], limit: batch }));
  for (const { procedureKey, node, part } of came) await tried(() => turn(world, { procedureKey, node, part }), (error) => putOffTimer(world, { procedureKey, node, part }, error));
  const due = await world.store.read((tx) => tx.startTurns.find({ status: 'open', runAt: { lte: world.now() } }, { order: [['runAt', 'asc'], ['dossierId', 'asc']], limit: batch }));
  for (const { dossierId } of due) await tried(() => begin(world, dossierId), (error) => putOffTurn(world, dossierId, error));
  return came.length + due.length;
}

async function tried(work: () => Promise<void>, putOff: (error: unknown) => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await putOff(error);
  }
}

/** One turn is noted, once, and the timer set for the next. A version that is offered no longer has no turn. */
function turn(world: Surroundings, which: Which): Promise<void> {
  return world.store.transaction(async (tx) => {
    const now = world.now();
    const timer = await tx.startTimers.first({ ...which, status: 'open', runAt: { lte: now } }, { lock: 'wait' });
    if (timer === undefined) return;
    const procedure = await world.current(tx, timer.procedureKey);
    if (procedure === undefined) {
      await tx.startTimers.update(which, { status: 'ended' });
    } else if (procedure.hash !== timer.procedureHash) {
      // The next version's day has come this very moment: it takes the timer over as soon as it is offered.
      await tx.startTimers.update(which, { runAt: later(now, takeOverMs) });
    } else {
      const { unitId, dueAt } = timer;
      await tx.startTurns.insert({ ...which, dossierId: world.newId(), unitId, postId: null, dueAt, status: 'open', runAt: dueAt, attempts: 0, error: null, retriedBy: null });
      await tx.startTimers.update(which, await turned(world, tx, timer));
    }
  });
}

/** The timer after this turn: a cycle that is not over is set again from when it was due, so that turns that were missed follow. */
async function turned(world: Surroundings, tx: Transaction, { timer, dueAt, unitId }: StartTimerRow): Promise<Partial<StartTimerRow>> {
  const value = nextTurn(timer.type, timer.value);
  if (value === undefined) return { status: 'done' };
  const next = { ...timer, value, from: dueAt };
  const at = timerDue(await calendarOf(world.store, tx, unitId), next);
  return { timer: next, dueAt: at, runAt: at, attempts: 0, error: null };
}

async function begin(world: Surroundings, dossierId: string): Promise<void> {
  const born = await world.store.transaction(async (tx) => {
    const due = await tx.startTurns.first({ dossierId, status: 'open', runAt: { lte: world.now() } }, { lock: 'wait' });
    return due && (await beginTurn(world, tx, due)).row;
  });
  if (born !== undefined) world.moved?.(born);
}

/** What was refused would be refused again; all else is tried at longer and longer intervals before a person is asked. */
const afterFailure = (world: Surroundings, { attempts, procedureKey, node }: Pick<StartTurnRow, 'attempts' | 'procedureKey' | 'node'>, error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  world.log('error', 'start.failed', { procedure: procedureKey, node, reason });
  const last = error instanceof Refused || attempts + 1 >= MAX_ATTEMPTS;
  return { attempts: attempts + 1, error: reason, status: last ? 'failed' : 'open', runAt: later(world.now(), backoffMs(attempts + 1, world.random)) } as const;
};

async function putOffTimer(world: Surroundings, which: Which, error: unknown): Promise<void> {
  await world.store.transaction(async (tx) => {
    const timer = await tx.startTimers.first({ ...which, status: 'open' }, { lock: 'wait' });
    if (timer !== undefined) await tx.startTimers.update(which, afterFailure(world, timer, error));
  });
}

async function putOffTurn(world: Surroundings, dossierId: string, error: unknown): Promise<void> {
  await world.store.transaction(async (tx) => {
    const due = await tx.startTurns.first({ dossierId, status: 'open' }, { lock: 'wait' });
    if (due !== undefined) await tx.startTurns.update({ dossierId }, afterFailure(world, due, error));
  });
}
