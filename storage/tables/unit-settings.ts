import type { ParameterValue } from '../../procedures/procedure.ts';
import type { Transaction } from '../store.ts';
import { table } from '../table.ts';

/** What a unit sets for itself, and for those under it, from an instant on, in one procedure or, without a key, in all. Never changed: what is set later holds from its own day on; `value` null takes it back. */
export interface UnitSettingRow {
  readonly id: string;
  readonly unitId: string;
  readonly procedureKey: string | null;
  /** Of a parameter (procedures/parameters.ts). */
  readonly name: string;
  readonly value: ParameterValue | null;
  /** By which it is so, where law asks for one. */
  readonly document: string | null;
  readonly validFrom: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

export const unitSettings = table<UnitSettingRow>({
  name: 'unitSettings',
  key: ['id'],
  columns: { id: 'text', unitId: 'text', procedureKey: 'text', name: 'text', value: 'json', document: 'text', validFrom: 'text', createdAt: 'text', createdBy: 'text' },
});

/** The units over a unit, itself first. */
export async function unitsOver(tx: Transaction, unitId: string): Promise<readonly string[]> {
  const over: string[] = [];
  for (let id: string | null = unitId; id !== null && !over.includes(id); id = (await tx.units.first({ id }))?.parentId ?? null) over.push(id);
  return over;
}

/** What was set by an instant for a procedure, in the order in which it came to hold. */
export const settingsBy = (tx: Transaction, procedureKey: string, at: string, units?: readonly string[]): Promise<UnitSettingRow[]> =>
  tx.unitSettings.find({ ...(units && { unitId: { in: [...units] } }), validFrom: { lte: at }, any: [{ procedureKey }, { procedureKey: null }] }, { order: [['validFrom', 'asc'], ['createdAt', 'asc'], ['id', 'asc']] });

/** What holds among them for a unit: the last of each name, its own before those of the units over it, those of the procedure before those of all. */
export function settingsHeld(rows: readonly UnitSettingRow[], over: readonly string[]): ReadonlyMap<string, ParameterValue> {
  const held = new Map<string, ParameterValue>();
  for (const unit of over.toReversed()) {
    for (const ofAll of [true, false]) {
      const last = new Map(rows.filter(({ unitId, procedureKey }) => unitId === unit && (procedureKey === null) === ofAll).map(({ name, value }) => [name, value]));
      for (const [name, value] of last) if (value !== null) held.set(name, value);
    }
  }
  return held;
}

/** What holds for a unit in a procedure at an instant. */
export async function settingsOf(tx: Transaction, unitId: string, procedureKey: string, at: string): Promise<ReadonlyMap<string, ParameterValue>> {
  const over = await unitsOver(tx, unitId);
  return settingsHeld(await settingsBy(tx, procedureKey, at, over), over);
}
