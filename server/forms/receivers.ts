import type { Option } from '../../forms/form.ts';
import { roleName, rolesToBeLike } from '../../procedures/role.ts';
import type { Transaction } from '../../storage/store.ts';
import type { UnitRow } from '../../storage/tables/units.ts';
import type { Actor } from '../access/actor.ts';
import { unitsOf } from '../access/scope.ts';

const leading = new Set(['section_head', 'centre_head', 'signer']);
/** Handling first. A consulted agency is asked by procedures, and given nothing else; so is whoever has a role that a procedure has added. */
const receiving: readonly string[] = ['handler', ...rolesToBeLike.filter((role) => role !== 'handler')];

/**
 * To whom a leader may give something: people and roles of the units they lead and of all units under these; who leads none reads
 * the names of their own units. A value is `unit:role:account`, or `unit:role:` for whoever holds the role.
 */
export async function receiversFor(tx: Transaction, actor: Actor, at: string): Promise<readonly Option[]> {
  const led = [...new Set(actor.roles.filter(({ like }) => leading.has(like)).map(({ unitId }) => unitId))];
  const valid = { validFrom: { lte: at }, any: [{ validTo: null }, { validTo: { gt: at } }] };
  const units = below(await tx.units.find(valid, { order: [['id', 'asc']] }), led.length > 0 ? led : unitsOf(actor));
  const held = await tx.roleAssignments.find({ ...valid, role: { in: receiving }, unitId: { in: units.map(({ id }) => id) } });
  const people = new Map((await tx.accounts.find({ id: { in: [...new Set(held.map(({ accountId }) => accountId))] }, active: true }, { order: [['name', 'asc']] })).map((account) => [account.id, account.name]));
  return units.flatMap((unit) => {
    const here = held.filter(({ unitId }) => unitId === unit.id);
    const persons = [...people].flatMap(([id, name]) => receiving.filter((role) => here.some((one) => one.accountId === id && one.role === role)).map((role): Option => option(unit, role, id, { vi: `${name}, `, en: `${name}, ` })));
    const anybody = receiving.filter((role) => here.some((one) => one.role === role && people.has(one.accountId))).map((role): Option => option(unit, role, '', { vi: 'Bất kỳ ', en: 'Any ' }));
    return [...persons, ...anybody];
  });
}

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
const option = (unit: UnitRow, role: string, account: string, before: Option['label']): Option => ({
  value: `${unit.id}:${role}:${account}`,
  label: { vi: `${before.vi}${lower(roleName(role).vi)} – ${unit.name.vi}`, en: `${before.en}${lower(roleName(role).en)} – ${unit.name.en}` },
});

/** The units that are named and all under them, each once, a unit before those under it. */
function below(units: readonly UnitRow[], named: readonly string[]): readonly UnitRow[] {
  const under = Map.groupBy(units, ({ parentId }) => parentId);
  const found = new Set<UnitRow>();
  const take = (unit: UnitRow): void => {
    if (found.has(unit)) return;
    found.add(unit);
    for (const child of under.get(unit.id) ?? []) take(child);
  };
  for (const unit of units) if (named.includes(unit.id)) take(unit);
  return [...found];
}
