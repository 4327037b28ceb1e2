import type { TransferItemRow, TransferReason, TransferRow } from '../../storage/tables/transfers.ts';
import { openDossier, procedureOf } from '../open-dossier.ts';
import type { OpenDossier } from '../open-dossier.ts';
import { fireDueTimers } from '../due-timers.ts';
import type { Surroundings } from '../runtime.ts';
import { goOver } from '../transfer/go-over.ts';
import { inverse } from '../transfer/inverse.ts';
import { noteDossiers } from '../transfer/note.ts';
import { transferVerdict } from '../transfer/verdict.ts';
import { backoffMs, later, MAX_ATTEMPTS } from './backoff.ts';

/** Takes dossiers over or back, each in a transaction of its own together with its row: a kill loses none and doubles none. */
export async function runTransfers(world: Surroundings, batch: number): Promise<number> {
  const noted = await noteMore(world, batch);
  const due = await world.store.read(async (tx) => {
    // One after the other: each is read in the order of its index, however many there are.
    const of = (status: 'open' | 'undo', limit: number) => tx.transferItems.find({ status, runAt: { lte: world.now() } }, { order: [['runAt', 'asc'], ['dossierId', 'asc']], limit });
    const open = await of('open', batch);
    return [...open, ...(await of('undo', batch - open.length))];
  });
  for (const item of due) {
    try {
      await takeOver(world, item);
    } catch (error) {
      await putOff(world, item, error);
    }
  }
  return noted + due.length;
}

/** Transfers of very many dossiers are noted page by page. Answers how many pages there were. */
async function noteMore(world: Surroundings, batch: number): Promise<number> {
  const unfinished = await world.store.read((tx) => tx.transfers.find({ notedTo: { not: null } }, { order: [['startedAt', 'asc'], ['id', 'asc']], limit: batch }));
  for (const { id } of unfinished) {
    await world.store.transaction(async (tx) => {
      const transfer = await tx.transfers.first({ id, notedTo: { not: null } }, { lock: 'wait' });
      if (transfer !== undefined) await tx.transfers.update({ id }, { notedTo: await noteDossiers(tx, transfer, transfer.notedTo!, world.now()) });
    });
  }
  return unfinished.length;
}

async function takeOver(world: Surroundings, { dossierId, transferId }: TransferItemRow): Promise<void> {
  await world.store.transaction(async (tx) => {
    const open = await openDossier(world, tx, world.now(), dossierId);
    const item = await tx.transferItems.first({ dossierId, transferId }, { lock: 'wait' });
    const transfer = await tx.transfers.first({ id: transferId });
    if (transfer === undefined || (item?.status !== 'open' && item?.status !== 'undo')) return;
    if (open.row.status === 'active') await fireDueTimers(open);
    const outcome = item.status === 'open' ? await forward(open, transfer) : await back(open, transfer);
    await tx.transferItems.update({ dossierId, transferId }, outcome);
  });
}

type Outcome = Pick<TransferItemRow, 'status' | 'reasons'>;

async function forward(open: OpenDossier, { id, fromHash, toHash, mapping, confirmed, reason, startedBy }: TransferRow): Promise<Outcome> {
  if (open.row.procedureHash !== fromHash) return { status: 'kept', reasons: [elsewhere] };
  const versions = { former: open.procedure, target: await procedureOf(open.world, open.tx, toHash), mapping };
  const { verdict, able, reasons } = await transferVerdict(open.tx, open.row, versions, open.now);
  if (!able || (verdict !== 'safe' && !confirmed)) return { status: 'kept', reasons };
  await goOver(open, versions, { kind: 'transfer', actor: startedBy, reason, transfer: id });
  return { status: 'moved', reasons };
}

async function back(open: OpenDossier, { id, fromHash, toHash, mapping, undoneBy, undoReason }: TransferRow): Promise<Outcome> {
  if (open.row.procedureHash !== toHash) return { status: 'stuck', reasons: [elsewhere] };
  const target = await procedureOf(open.world, open.tx, fromHash);
  const plan = inverse(target.definition, mapping);
  const stuck = (await trodden(open)).flatMap((element) => plan.stuck.get(element) ?? []);
  if (stuck.length > 0) return { status: 'stuck', reasons: stuck };
  const versions = { former: open.procedure, target, mapping: plan.mapping };
  const { able, reasons } = await transferVerdict(open.tx, open.row, versions, open.now);
  if (!able) return { status: 'stuck', reasons };
  await goOver(open, versions, { kind: 'transfer.undo', actor: undoneBy ?? 'system', reason: undoReason ?? '-', transfer: id });
  return { status: 'undone', reasons: [] };
}

/** Where the dossier stands, what could be undone or returned to in it, and what people did: all that a name means something for. */
async function trodden({ tx, row: { id: dossierId, progress } }: OpenDossier): Promise<readonly string[]> {
  const { tokens, compensations = [], history = {} } = progress;
  const done = await tx.tasks.find({ dossierId, status: 'completed' });
  return [...new Set([...tokens.map(({ at }) => at), ...compensations.map(({ node }) => node), ...Object.values(history).flat(), ...done.map(({ node }) => node)])];
}

const elsewhere: TransferReason = { code: 'elsewhere', element: '', message: 'expected the dossier to be of the version it was to leave, but it is of another one by now' };

/** A dossier that cannot be taken over because of a fault of ours stays, and says so after the last try. */
async function putOff(world: Surroundings, { dossierId, transferId }: TransferItemRow, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  world.log('error', 'transfer.failed', { dossier: dossierId, transfer: transferId, reason });
  await world.store.transaction(async (tx) => {
    const item = await tx.transferItems.first({ dossierId, transferId, status: { in: ['open', 'undo'] } });
    if (item === undefined) return;
    const attempts = item.attempts + 1;
    const over = attempts >= MAX_ATTEMPTS;
    const status = over ? (item.status === 'open' ? 'kept' : 'stuck') : item.status;
    await tx.transferItems.update({ dossierId, transferId }, { attempts, status, runAt: later(world.now(), backoffMs(attempts, world.random)), ...(over ? { reasons: [{ code: 'fault', element: '', message: reason }] } : {}) });
  });
}
