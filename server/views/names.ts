import type { Transaction } from '../../storage/store.ts';
import type { PersonName, UnitName } from '../api/shape.ts';

/** Names of units and people by id, fetched in two queries. */
export interface Names {
  unit(id: string): UnitName;
  person(id: string | null): PersonName | null;
}

export async function namesOf(tx: Transaction, unitIds: readonly string[], accountIds: readonly (string | null)[] = []): Promise<Names> {
  const units = new Map((await tx.units.find({ id: { in: [...new Set(unitIds)] } })).map((unit) => [unit.id, unit.name]));
  const wanted = [...new Set(accountIds.filter((id): id is string => id !== null && id !== 'system'))];
  const people = new Map((await tx.accounts.find({ id: { in: wanted } })).map((account) => [account.id, account.name]));
  return {
    unit: (id) => ({ id, name: units.get(id) ?? { vi: id, en: id } }),
    person: (id) => (id === null || id === 'system' ? null : { id, name: people.get(id) ?? '—' }),
  };
}
