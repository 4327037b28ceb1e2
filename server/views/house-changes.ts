import type { Transaction } from '../../storage/store.ts';
import type { HouseChange } from '../api/calendar.ts';
import type { ListsTaken } from '../api/organisation.ts';
import { takenKind } from '../organisation/take-organisation.ts';
import { namesOf } from './names.ts';

/** The last changes of something in the house, newest first. */
export async function changesOf(tx: Transaction, subject: string): Promise<HouseChange[]> {
  const rows = await tx.houseLog.find({ subject }, { order: [['at', 'desc'], ['id', 'desc']], limit: 20 });
  const names = await namesOf(tx, [], rows.map(({ actor }) => actor));
  return rows.map(({ at, actor, kind, note, detail }) => ({ at, by: names.person(actor), kind, note, ...(kind === takenKind && { taken: detail as ListsTaken }) }));
}
