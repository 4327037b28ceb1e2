import type { Transaction } from '../../storage/store.ts';
import type { HouseChange } from '../api/calendar.ts';
import { namesOf } from './names.ts';

/** The last changes of something in the house, newest first. */
export async function changesOf(tx: Transaction, subject: string): Promise<HouseChange[]> {
  const rows = await tx.houseLog.find({ subject }, { order: [['at', 'desc'], ['id', 'desc']], limit: 20 });
  const names = await namesOf(tx, [], rows.map(({ actor }) => actor));
  return rows.map(({ at, actor, kind, note }) => ({ at, by: names.person(actor), kind, note }));
}
