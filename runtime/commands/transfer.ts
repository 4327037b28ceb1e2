import type { Transaction } from '../../storage/store.ts';
import type { TransferItemRow, TransferRow } from '../../storage/tables/transfers.ts';
import { Refused } from '../answer.ts';
import type { StartTransfer, TransferPlan, UndoTransfer } from '../command.ts';
import { procedureOf } from '../open-dossier.ts';
import type { RunnableProcedure } from '../procedure.ts';
import type { Surroundings } from '../runtime.ts';
import { invalid } from '../supplement.ts';
import { noteDossiers } from '../transfer/note.ts';

/** Notes the live dossiers of the version, the worker those that are left; it takes them over one by one, and goes on after a kill where it stood. */
export async function startTransfer(world: Surroundings, tx: Transaction, now: string, { actor, from, to, mapping, reason, confirmed }: StartTransfer): Promise<{ readonly transferId: string }> {
  mustSay(reason);
  const { former } = await versionsOf(world, tx, { from, to, mapping });
  const id = world.newId();
  const row: TransferRow = {
    id, procedureKey: former.key, fromHash: from, toHash: to, mapping, confirmed, reason, startedAt: now, startedBy: actor, undoneAt: null, undoneBy: null, undoReason: null,
    notedTo: null,
  };
  await tx.transfers.insert(row);
  const notedTo = await noteDossiers(tx, row, '', now);
  if (notedTo !== null) await tx.transfers.update({ id }, { notedTo });
  return { transferId: id };
}

/** Those that were moved go back; those that still wait stay where they are. */
export async function undoTransfer(_world: Surroundings, tx: Transaction, now: string, { actor, transferId, reason }: UndoTransfer): Promise<{ readonly transferId: string }> {
  mustSay(reason);
  const row = await tx.transfers.first({ id: transferId }, { lock: 'wait' });
  if (row === undefined) throw new Refused({ ok: false, refused: 'not-found', message: `expected a transfer, but there is no ${transferId}` });
  if (row.undoneAt !== null) throw new Refused({ ok: false, refused: 'conflict', message: `expected a transfer that has not been undone, but ${row.undoneBy} did so at ${row.undoneAt}`, ...(row.undoneBy === null ? {} : { who: row.undoneBy }), when: row.undoneAt });
  await tx.transfers.update({ id: transferId }, { undoneAt: now, undoneBy: actor, undoReason: reason, notedTo: null });
  await tx.transferItems.update({ transferId, status: 'open' }, { status: 'kept', reasons: [{ code: 'undone', element: '', message: reason }] });
  await tx.transferItems.update({ transferId, status: 'moved' }, { status: 'undo' as TransferItemRow['status'], runAt: now, attempts: 0 });
  return { transferId };
}

function mustSay(reason: string): void {
  if (reason.trim() === '') throw invalid([{ path: 'reason', message: 'expected a reason, but it is empty' }]);
}

/** Both versions, which must be of one procedure, and a mapping of what is in the one to what is in the other. */
export async function versionsOf(world: Surroundings, tx: Transaction, { from, to, mapping }: TransferPlan): Promise<{ readonly former: RunnableProcedure; readonly target: RunnableProcedure }> {
  const rows = await tx.dossiers.count({ procedureHash: from });
  const [former, target] = [rows === 0 ? await world.loadProcedure(from, tx) : await procedureOf(world, tx, from), await world.loadProcedure(to, tx)];
  if (former === undefined || target === undefined) throw new Refused({ ok: false, refused: 'not-found', message: `expected two published versions, but there is no ${former === undefined ? from : to}` });
  if (former.key !== target.key || from === to) throw invalid([{ path: 'to', message: `expected another version of ${former.key}` }]);
  const strange = Object.entries(mapping).filter(([was, now]) => !isIn(former, was) || !isIn(target, now));
  if (strange.length > 0) throw invalid(strange.map(([was, now]) => ({ path: `mapping.${was}`, message: `expected a step or flow of the one version and one of the other, but got "${was}" and "${now}"` })));
  return { former, target };
}

function isIn({ definition: { nodes, flows, processes = {} } }: RunnableProcedure, id: string): boolean {
  return Object.hasOwn(nodes, id) || Object.hasOwn(flows, id) || Object.hasOwn(processes, id);
}
