import type { Transaction } from '../../storage/store.ts';
import type { Where } from '../../storage/table.ts';
import type { HouseholdPersonRow, HouseholdRow } from '../../storage/tables/areas.ts';
import { parseDate } from '../../engine/calendar/instant.ts';
import { dayOf } from '../../forms/today.ts';
import type { PersonFields, PersonList, PersonView } from '../api/area.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Language } from '../http/language.ts';
import { note, type Keeper } from './keep.ts';

type Home = Pick<HouseholdRow, 'id' | 'unitId'>;
type Said = Pick<HouseholdPersonRow, 'name' | 'birth' | 'relation'>;

/** Of one household; a boarding house has fewer. */
const most = 500;
const words = {
  birth: { vi: 'Ngày sinh không có thật hoặc ở tương lai.', en: 'This day of birth does not exist or is yet to come.' },
  household: { vi: 'Sổ của đơn vị không có hộ mang mã này.', en: 'The unit’s register has no household of this code.' },
} as const;

export const personView = ({ id, name, birth, relation }: HouseholdPersonRow): PersonView => ({ id, name, birth, relation });

/** Those of a household that are in the scope of whoever asks. */
export const personsOf = (tx: Transaction, { id }: Pick<Home, 'id'>, scope: Where<HouseholdPersonRow>): Promise<HouseholdPersonRow[]> => tx.householdPersons.find({ all: [scope, { householdId: id }] }, { order: [['birth', 'asc'], ['name', 'asc'], ['id', 'asc']], limit: most });

export async function addPerson(keeper: Keeper, home: Home, fields: PersonFields, language: Language): Promise<{ readonly id: string }> {
  const added = { ...said(fields, keeper.at, 'birth', language), id: keeper.newId(), householdId: home.id, unitId: home.unitId };
  await keeper.tx.householdPersons.insert(added);
  await told(keeper, home, 'change');
  return { id: added.id };
}

export async function changePerson(keeper: Keeper, home: Home, person: HouseholdPersonRow, fields: PersonFields, language: Language): Promise<void> {
  await keeper.tx.householdPersons.set({ id: person.id }, said(fields, keeper.at, 'birth', language));
  await told(keeper, home, 'change');
}

export async function erasePerson(keeper: Keeper, home: Home, { id }: HouseholdPersonRow): Promise<void> {
  await keeper.tx.householdPersons.remove({ id });
  await told(keeper, home, 'erase');
}

/** What a list says: whoever of a household has this name and birth is known there. What is wrong is said line by line, and then nothing is kept. */
export async function takePersons(keeper: Keeper, { unit: unitId, persons }: PersonList, language: Language): Promise<{ added: number; changed: number; same: number }> {
  const homes = new Map((await keeper.tx.households.find({ unitId, code: { in: [...new Set(persons.map(({ household }) => household))] } })).map((home) => [home.code, home]));
  const errors = persons.flatMap(({ household, birth }, index) => [
    ...(homes.has(household) ? [] : [{ path: `persons[${index}].household`, message: words.household[language] }]),
    ...(isBirth(birth, keeper.at) ? [] : [{ path: `persons[${index}].birth`, message: words.birth[language] }]),
  ]).slice(0, 20);
  if (errors.length > 0) throw new ProblemError('invalid', { errors });
  const did = { added: 0, changed: 0, same: 0 };
  const touched = new Map<string, Home>();
  const there = Map.groupBy(await keeper.tx.householdPersons.find({ householdId: { in: [...homes.values()].map(({ id }) => id) } }), ({ householdId }) => householdId);
  for (const { household, ...fields } of persons) {
    const home = homes.get(household)!;
    const known = there.get(home.id) ?? [];
    const one = said(fields, keeper.at, 'birth', language);
    const same = known.find(({ name, birth }) => name === one.name && birth === one.birth);
    if (same !== undefined && same.relation === one.relation) {
      did.same += 1;
      continue;
    }
    touched.set(home.id, home);
    if (same !== undefined) {
      await keeper.tx.householdPersons.set({ id: same.id }, one);
      did.changed += 1;
      there.set(home.id, known.map((each) => (each === same ? { ...same, ...one } : each)));
    } else {
      const added = { ...one, id: keeper.newId(), householdId: home.id, unitId };
      await keeper.tx.householdPersons.insert(added);
      did.added += 1;
      there.set(home.id, [...known, added]);
    }
  }
  for (const home of touched.values()) await told(keeper, home, 'change');
  return did;
}

const told = (keeper: Keeper, { id, unitId }: Home, act: 'change' | 'erase'): Promise<void> => note(keeper, id, unitId, act, ['persons']);

const isBirth = (birth: string | null, at: string): boolean => birth === null || (birth.length === 4 ? Number(birth) >= 1850 && birth <= dayOf(at).slice(0, 4) : parseDate(birth) !== undefined && birth <= dayOf(at));

function said({ name, birth, relation }: PersonFields, at: string, path: string, language: Language): Said {
  if (!isBirth(birth, at)) throw new ProblemError('invalid', { errors: [{ path, message: words.birth[language] }] });
  return { name: name.trim().normalize('NFC'), birth, relation: relation === null || relation.trim() === '' ? null : relation.trim().normalize('NFC') };
}
