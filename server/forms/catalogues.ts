import address from '../../forms/blocks/address.json' with { type: 'json' };
import type { Catalogues, Form } from '../../forms/form.ts';
import type { Transaction } from '../../storage/store.ts';
import { inForce } from '../../storage/tables/units.ts';
import type { Actor } from '../access/actor.ts';
import { unitsOf } from '../access/scope.ts';
import { areaOptions } from '../area/options.ts';
import { roadsAt } from '../look-ups/road.ts';
import { peopleOf } from '../worklist/assignable.ts';
import { isWard } from './competent-units.ts';
import { receiversFor } from './receivers.ts';

const byName = new Intl.Collator('vi', { numeric: true });

/** Units at commune level are named by the code of their commune: `ward-26740`. */
const wardPrefix = 'ward-';
export const wardOf = (commune: string): string => `${wardPrefix}${commune}`;

/** The installation's one province or city: the address block writes its code, the unit at the root gives its name. */
const { const: province } = address.schema.properties.province;

/** Whether a question of the form is answered from the list. */
const names = ({ ui }: Form, list: string): boolean => Object.values(ui.fields).some(({ catalogue }) => catalogue === list);

/** Lists that forms name: `communes`, `provinces`, for staff `handlers` of their units, and where the form names them `roads` of the maps in force and for staff `receivers` of work and `areas` of the register. Only what the reader may see. */
export async function cataloguesFor(tx: Transaction, actor: Actor | undefined, at: string, form?: Form): Promise<Catalogues> {
  const wards = await tx.units.find({ id: { startsWith: wardPrefix }, ...inForce(at) }, { order: [['id', 'asc']] });
  const communes = wards.filter(isWard).map(({ id, name }) => ({ value: id.slice(wardPrefix.length), label: name })).toSorted((one, other) => byName.compare(one.label.vi, other.label.vi));
  const root = await tx.units.first({ parentId: null }, { order: [['id', 'asc']] });
  const namesRoads = form !== undefined && names(form, 'roads');
  const places = { communes, ...(root && { provinces: [{ value: province, label: root.name }] }), ...(namesRoads && { roads: await roadsAt(tx, at) }) };
  if (actor === undefined || actor.account.kind === 'citizen') return places;
  const receivers = form !== undefined && names(form, 'receivers') && { receivers: await receiversFor(tx, actor, at) };
  const areas = form !== undefined && names(form, 'areas') && { areas: await areaOptions(tx, actor, at) };
  const handlers = await peopleOf(tx, ['handler'], unitsOf(actor), at);
  return { ...places, ...receivers, ...areas, handlers: handlers.map(({ id, name }) => ({ value: id, label: { vi: name, en: name } })) };
}
