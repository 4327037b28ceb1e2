import type { Transaction } from '../../storage/store.ts';
import type { TransferRow } from '../../storage/tables/transfers.ts';

/** How many are noted in one transaction: a version of very many dossiers must not keep the database from others. */
const PAGE = 200;

/** Notes the next live dossiers of the version that a transfer leaves; answers the last of them, or null when there are no more. */
export async function noteDossiers(tx: Transaction, { id: transferId, fromHash, startedAt }: Pick<TransferRow, 'id' | 'fromHash' | 'startedAt'>, after: string, runAt: string): Promise<string | null> {
  const page = await tx.dossiers.find({ procedureHash: fromHash, status: 'active', id: { gt: after }, submittedAt: { lte: startedAt } }, { order: [['id', 'asc']], limit: PAGE });
  for (const { id: dossierId } of page) await tx.transferItems.insertIfAbsent({ dossierId, transferId, status: 'open', reasons: [], runAt, attempts: 0 });
  return page.length < PAGE ? null : page.at(-1)!.id;
}
