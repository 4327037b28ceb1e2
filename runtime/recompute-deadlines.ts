import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import type { Clock } from '../engine/calendar/clock.ts';
import { CalendarError } from '../engine/calendar/failure.ts';
import type { Transaction } from '../storage/store.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import type { JobRow } from '../storage/tables/jobs.ts';
import type { StartTimerRow } from '../storage/tables/start-timers.ts';
import type { TaskRow } from '../storage/tables/tasks.ts';
import { calendarOf } from './calendars.ts';
import { tellDueMoved } from './due-moved.ts';
import { dossierTurns } from './dossier-turns.ts';
import { list } from './list.ts';
import { procedureOf } from './open-dossier.ts';
import type { Surroundings } from './runtime.ts';
import { stepTurns } from './step-turns.ts';
import { timerDue } from './timer-due.ts';

/** What another calendar would move: timers and steps by number, dossiers by their return dates. */
export interface DeadlinesExamined {
  readonly timers: number;
  readonly steps: number;
  readonly dossiers: readonly { readonly code: string; readonly from: string; readonly to: string }[];
}

/** A row with what it would turn to. */
interface Moving<Row, Turns> { readonly row: Row; readonly turns: Turns }
interface Moves {
  readonly timers: readonly Moving<JobRow, { readonly dueAt: string }>[];
  readonly starts: readonly Moving<StartTimerRow, { readonly dueAt: string }>[];
  readonly steps: readonly Moving<TaskRow, ReturnType<typeof stepTurns>>[];
  readonly dossiers: readonly Moving<DossierRow, ReturnType<typeof dossierTurns>>[];
}

/** Computes what a unit's calendar decides again, from the facts that are kept: open timers, start timers, steps and dossiers. Answers how many moved. */
export async function recomputeDeadlines(world: Surroundings, unitIds: readonly string[]): Promise<number> {
  let moved = 0;
  for (const unitId of unitIds) {
    moved += await world.store.transaction(async (tx) => recompute(world, tx, unitId));
  }
  return moved;
}

async function recompute(world: Surroundings, tx: Transaction, unitId: string): Promise<number> {
  const calendar = await calendarOf(world.store, tx, unitId);
  const moves = await movesOf(world, tx, calendar, unitId, { lock: 'wait' });
  // Whose clock has ended waits for no date any more.
  for (const { row, turns: { dueAt } } of moves.dossiers) if (dueAt !== null && (row.clock as Clock | null)?.endedAt === null) await tellDueMoved(world, tx, calendar, row, dueAt);
  return move(tx, moves);
}

/** What would move if the units had this calendar; changes nothing. Dossiers that only turn due soon at another time are not counted. */
export async function examineDeadlines(world: Surroundings, unitIds: readonly string[], calendar: CompiledCalendar): Promise<DeadlinesExamined> {
  let [timers, steps] = [0, 0];
  const dossiers: { code: string; from: string; to: string }[] = [];
  for (const unitId of unitIds) {
    const moves = await world.store.read((tx) => movesOf(world, tx, calendar, unitId, {}));
    timers += moves.timers.length + moves.starts.length;
    steps += moves.steps.filter(({ row, turns }) => turns.dueAt !== row.dueAt).length;
    for (const { row, turns } of moves.dossiers) if (row.dueAt !== null && turns.dueAt !== null && turns.dueAt !== row.dueAt) dossiers.push({ code: row.code, from: row.dueAt, to: turns.dueAt });
  }
  return { timers, steps, dossiers };
}

async function movesOf(world: Surroundings, tx: Transaction, calendar: CompiledCalendar, unitId: string, held: { readonly lock?: 'wait' }): Promise<Moves> {
  const order = [['id', 'asc']] as const;
  const timers = (await tx.jobs.find({ unitId, kind: 'timer', status: 'open' }, { ...held, order })).flatMap((row) => {
    const dueAt = row.timer && readable(() => timerDue(calendar, row.timer as NonNullable<typeof row.timer>));
    return dueAt == null || dueAt === row.dueAt ? [] : [{ row, turns: { dueAt } }];
  });
  const starts = (await tx.startTimers.find({ unitId, status: 'open' }, { ...held, order: [['procedureKey', 'asc'], ['node', 'asc'], ['part', 'asc']] })).flatMap((row) => {
    const dueAt = readable(() => timerDue(calendar, row.timer));
    return moving(row, dueAt === undefined ? undefined : { dueAt });
  });
  const steps = (await tx.tasks.find({ unitId, status: 'open', timeLimit: { not: null } }, { order })).flatMap((row) => moving(row, readable(() => stepTurns(calendar, row.openedAt, row.timeLimit ?? ''))));
  const dossiers: Moving<DossierRow, ReturnType<typeof dossierTurns>>[] = [];
  for (const row of await tx.dossiers.find({ unitId, status: 'active', dueAt: { not: null } }, { ...held, order })) {
    const clock = row.clock as Clock | null;
    const { dueSoon } = await procedureOf(world, tx, row.procedureHash);
    dossiers.push(...moving(row, clock === null ? undefined : readable(() => dossierTurns(calendar, clock, world.now(), dueSoon))));
  }
  return { timers, starts, steps, dossiers };
}

async function move(tx: Transaction, { timers, starts, steps, dossiers }: Moves): Promise<number> {
  let moved = 0;
  for (const { row, turns: { dueAt } } of timers) moved += await tx.jobs.update({ dossierId: row.dossierId, id: row.id }, { dueAt, runAt: dueAt });
  for (const { row: { procedureKey, node, part }, turns: { dueAt } } of starts) moved += await tx.startTimers.update({ procedureKey, node, part }, { dueAt, runAt: dueAt });
  for (const { row, turns } of steps) moved += await tx.tasks.update({ dossierId: row.dossierId, id: row.id, status: 'open' }, turns);
  for (const { row, turns } of dossiers) moved += await tx.dossiers.update({ id: row.id }, turns);
  for (const id of new Set([...steps.map(({ row }) => row.dossierId), ...dossiers.map(({ row }) => row.id)])) {
    const [dossier, open] = await Promise.all([tx.dossiers.first({ id }, { lock: 'wait' }), tx.tasks.find({ dossierId: id, status: 'open' })]);
    if (dossier !== undefined) await list(tx, dossier, open);
  }
  return moved;
}

/** Nothing when all stays as it is kept. */
const moving = <Row extends Turns, Turns extends object>(row: Row, turns: Turns | undefined): Moving<Row, Turns>[] =>
  turns === undefined || Object.keys(turns).every((name) => turns[name as keyof Turns] === row[name as keyof Turns]) ? [] : [{ row, turns }];

/** A limit that could not be read when it was set stays as it is. */
function readable<Value>(compute: () => Value): Value | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof CalendarError) return undefined;
    throw error;
  }
}
