import type { Option } from '../../forms/form.ts';
import { dayOf } from '../../forms/today.ts';
import type { Transaction } from '../../storage/store.ts';
import type { Actor } from '../access/actor.ts';
import { areaScope, holdsOn } from './scope.ts';

/** The areas in force that the reader may read, to choose from. */
export async function areaOptions(tx: Transaction, actor: Actor, at: string): Promise<readonly Option[]> {
  const rows = await tx.areas.find({ all: [await areaScope(tx, actor), holdsOn(dayOf(at))] }, { order: [['code', 'asc'], ['id', 'asc']], limit: 1000 });
  return rows.map(({ id, code, name }) => ({ value: id, label: { vi: `${code} – ${name.vi}`, en: `${code} – ${name.en}` } }));
}
