import address from '../../forms/blocks/address.json' with { type: 'json' };
import type { Catalogues } from '../../forms/form.ts';
import type { Transaction } from '../../storage/store.ts';
import type { Actor } from '../access/actor.ts';
import { unitsOf } from '../access/scope.ts';
import { peopleOf } from '../worklist/assignable.ts';

/** Units at commune level are named by the code of their commune: `ward-26740`. */
const wardPrefix = 'ward-';
export const wardOf = (commune: string): string => `${wardPrefix}${commune}`;

/** The installation's one province or city: the address block writes its code, the unit at the root gives its name. */
const { const: province } = address.schema.properties.province;

/** Lists that forms name: `communes`, `provinces`, and for staff `handlers` of their units. Only what the reader may see. */
export async function cataloguesFor(tx: Transaction, actor: Actor | undefined, at: string): Promise<Catalogues> {
  const wards = await tx.units.find({ id: { startsWith: wardPrefix }, validFrom: { lte: at }, any: [{ validTo: null }, { validTo: { gt: at } }] }, { order: [['id', 'asc']] });
  const communes = wards.map(({ id, name }) => ({ value: id.slice(wardPrefix.length), label: name }));
  const root = await tx.units.first({ parentId: null }, { order: [['id', 'asc']] });
  const places = { communes, ...(root && { provinces: [{ value: province, label: root.name }] }) };
  if (actor === undefined || actor.account.kind === 'citizen') return places;
  const handlers = await peopleOf(tx, ['handler'], unitsOf(actor), at);
  return { ...places, handlers: handlers.map(({ id, name }) => ({ value: id, label: { vi: name, en: name } })) };
}
