import type { Transaction } from '../../storage/store.ts';
import { AlreadyThere } from '../../storage/table.ts';
import type { AreaChangeRow, AreaRow, HouseholdRow } from '../../storage/tables/areas.ts';
import { folded } from '../../storage/tables/dossiers.ts';
import type { AreaFields, HouseholdFields } from '../api/area.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Language } from '../http/language.ts';
import type { AreaProperties, HouseholdProperties } from '../planning/layer-file.ts';
import { readLayer, type ReadFeature } from '../planning/read-layer.ts';
import { boxOfGeometry, fixed, type Geometry } from '../planning/geometry.ts';

export interface Keeper { readonly tx: Transaction; readonly newId: () => string; readonly at: string; readonly actor: string }

/** An outline as a person gave it, judged as one of a file is. */
export function outlineOf({ code, name, outline }: Pick<AreaFields, 'code' | 'name' | 'outline'>, language: Language): Geometry {
  const read = readLayer(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: outline, properties: { code, name: name.vi } }] }), 'area');
  if ('faults' in read) throw new ProblemError('invalid', { errors: read.faults.map(({ message }) => ({ path: 'outline', message: message[language] })) });
  return read.features[0]!.geometry;
}

type AreaContent = Omit<AreaRow, 'id' | 'unitId' | 'validTo'>;
type HouseholdContent = Omit<HouseholdRow, 'id' | 'unitId' | 'validTo'>;

export function areaContent({ code, kind, name, validFrom }: Omit<AreaFields, 'outline'>, geometry: Geometry): AreaContent {
  const [west, south, east, north] = boxOfGeometry(geometry);
  return { code, kind, name, validFrom, geometry, west, south, east, north, search: folded(`${code} ${name.vi} ${name.en}`) };
}

export const householdContent = ({ code, address, head, members, latitude, longitude, validFrom }: HouseholdFields): HouseholdContent =>
  ({ code, address, head, members, validFrom, x: fixed(longitude), y: fixed(latitude), search: folded([code, address, head].filter(Boolean).join(' ')) });

/** What a file says of an area or a household; what it does not say stays empty. */
export function fromFile(feature: ReadFeature, what: What, validFrom: string): Content {
  const { geometry, properties } = feature;
  if (what === 'areas') {
    const { code, name, nameEn = name, kind = 'neighbourhood' } = properties as AreaProperties;
    return areaContent({ code, kind, name: { vi: name, en: nameEn }, validFrom }, geometry);
  }
  const { code, address, head = null, members = null } = properties as HouseholdProperties;
  const [x, y] = geometry.kind === 'line' ? geometry.lines[0]![0]! : [0, 0];
  return { code, address, head, members, validFrom, x, y, search: folded([code, address, head].filter(Boolean).join(' ')) };
}

/** Fields by which two differ, as the log names them: never what stands in them. */
const named: Readonly<Record<string, string>> = { geometry: 'outline', x: 'place', y: 'place', validFrom: 'validFrom', validTo: 'validTo', code: 'code', name: 'name', kind: 'kind', address: 'address', head: 'head', members: 'members' };
const differing = (one: object, other: object): readonly string[] => [...new Set(Object.entries(named).flatMap(([column, name]) => (column in other && JSON.stringify(Reflect.get(one, column)) !== JSON.stringify(Reflect.get(other, column)) ? [name] : [])))];

export const note = ({ tx, newId, at, actor }: Keeper, subject: string, unitId: string, act: AreaChangeRow['act'], fields: readonly string[]): Promise<void> =>
  tx.areaChanges.insert({ id: newId(), subject, unitId, at, actor, act, fields });

type Content = AreaContent | HouseholdContent;
type What = 'areas' | 'households';
/** The two tables are written alike; what stands in their own columns is told apart by `Content`. */
const rowsOf = ({ tx }: Keeper, what: What): Transaction['areas'] => tx[what] as unknown as Transaction['areas'];

/** A new thing in a unit's register. Throws `AlreadyThere` when its code is taken. */
export async function add(keeper: Keeper, what: What, unitId: string, content: Content): Promise<{ readonly id: string }> {
  const added = { ...content, id: keeper.newId(), unitId, validTo: null } as AreaRow;
  await rowsOf(keeper, what).insert(added);
  await note(keeper, added.id, unitId, 'add', []);
  return { id: added.id };
}

/** Writes what is new in it, and who did it. Answers whether anything was. Throws `AlreadyThere` when its new code is taken. */
export async function change(keeper: Keeper, what: What, there: AreaRow | HouseholdRow, content: Content): Promise<boolean> {
  const fields = differing(there, content);
  if (fields.length === 0) return false;
  if (content.code !== there.code && (await rowsOf(keeper, what).count({ unitId: there.unitId, code: content.code })) > 0) throw new AlreadyThere(what);
  await rowsOf(keeper, what).set({ id: there.id }, content as Partial<AreaRow>);
  await note(keeper, there.id, there.unitId, 'change', fields);
  return true;
}

/** What a file says of the thing with this code: it is changed, or new. */
export async function keep(keeper: Keeper, what: What, unitId: string, content: Content): Promise<'added' | 'changed' | 'same'> {
  const there = await rowsOf(keeper, what).first({ unitId, code: content.code });
  if (there !== undefined) return (await change(keeper, what, there, content)) ? 'changed' : 'same';
  await add(keeper, what, unitId, content);
  return 'added';
}

/** From the day after it holds no more; null opens it again. */
export async function end(keeper: Keeper, what: What, { id, unitId }: Pick<AreaRow, 'id' | 'unitId'>, day: string | null): Promise<void> {
  await rowsOf(keeper, what).set({ id }, { validTo: day });
  await note(keeper, id, unitId, day === null ? 'reopen' : 'end', ['validTo']);
}

/** The head of a household, how many live there and its persons are gone; that there was one at this place stays. */
export async function erase(keeper: Keeper, { id, unitId, code, address }: Pick<HouseholdRow, 'id' | 'unitId' | 'code' | 'address'>): Promise<void> {
  await keeper.tx.households.set({ id }, { head: null, members: null, search: folded(`${code} ${address}`) });
  await keeper.tx.householdPersons.remove({ householdId: id });
  await note(keeper, id, unitId, 'erase', ['head', 'members', 'persons']);
}
