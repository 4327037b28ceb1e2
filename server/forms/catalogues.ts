import type { Catalogues } from '../../forms/form.ts';
import type { Transaction } from '../../storage/store.ts';
import type { Actor } from '../access/actor.ts';
import { unitsOf } from '../access/scope.ts';
import { peopleOf } from '../worklist/assignable.ts';

/** Units at commune level are named by the code of their commune: `ward-26740`. */
const wardPrefix = 'ward-';
export const wardOf = (commune: string): string => `${wardPrefix}${commune}`;

/** Lists that forms name: `communes`, and for staff `handlers` of their units. Only what the reader may see. */
export async function cataloguesFor(tx: Transaction, actor: Actor | undefined, at: string): Promise<Catalogues> {
  const wards = await tx.units.find({ id: { startsWith: wardPrefix }, validFrom: { lte: at }, any: [{ validTo: null }, { validTo: { gt: at } }] }, { order: [['id', 'asc']] });
  const communes = wards.map(({ id, name }) => ({ value: id.slice(wardPrefix.length), label: name }));
  if (actor === undefined || actor.account.kind === 'citizen') return { communes };
  const handlers = await peopleOf(tx, 'handler', unitsOf(actor), at);
  return { communes, handlers: handlers.map(({ id, name }) => ({ value: id, label: { vi: name, en: name } })) };
}
