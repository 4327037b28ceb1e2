import { isProtected, protectedPerson } from '../../runtime/protected.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import { programIn } from '../session/programs.ts';
import type { PersonName, UnitName } from '../api/shape.ts';

/** Names of units and people by id, fetched in two queries, which are asked together; who filed a dossier that protects them has none. */
export interface Names {
  unit(id: string): UnitName;
  person(id: string | null): PersonName | null;
}

export async function namesOf(tx: Transaction, unitIds: readonly string[], accountIds: readonly (string | null)[] = [], dossier?: Pick<DossierRow, 'data' | 'applicantAccount'>): Promise<Names> {
  const veiled = dossier && isProtected(dossier) ? dossier.applicantAccount : undefined;
  const wanted = [...new Set(accountIds.filter((id): id is string => id !== null && id !== 'system'))];
  const [foundUnits, foundPeople] = await Promise.all([tx.units.find({ id: { in: [...new Set(unitIds)] } }), tx.accounts.find({ id: { in: wanted } })]);
  const units = new Map(foundUnits.map((unit) => [unit.id, unit.name]));
  const people = new Map(foundPeople.map((account) => [account.id, account.name]));
  return {
    unit: (id) => ({ id, name: units.get(id) ?? { vi: id, en: id } }),
    person: (id) => {
      if (id === null || id === 'system') return null;
      if (id === veiled) return { id: protectedPerson.account, name: protectedPerson.name };
      const program = programIn(id);
      return program === undefined ? { id, name: people.get(id) ?? '—' } : { id: program, name: program };
    },
  };
}
