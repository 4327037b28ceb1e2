import type { Transaction } from '../../storage/store.ts';
import type { AreaChangeRow, AreaRow, HouseholdRow } from '../../storage/tables/areas.ts';
import { folded } from '../../storage/tables/dossiers.ts';
import type { AreaFields, HouseholdFields } from '../api/area.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Language } from '../http/language.ts';
import type { AreaProperties, HouseholdProperties } from '../planning/layer-file.ts';
import { readLayer, type ReadFeature } from '../planning/read-layer.ts';
import { boxOfGeometry, fixed, type Geometry } from '../planning/geometry.ts';

export interface Keeper { readonly tx: Transaction; readonly newId: () => string; readonly at: string; readonly actor: string }
type Written = 'added' | 'changed' | 'same';

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
export function fromFile(feature: ReadFeature, what: 'areas' | 'households', validFrom: string): AreaContent | HouseholdContent {
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

const note = ({ tx, newId, at, actor }: Keeper, subject: string, unitId: string, act: AreaChangeRow['act'], fields: readonly string[]): Promise<void> =>
  tx.areaChanges.insert({ id: newId(), subject, unitId, at, actor, act, fields });

/** Writes a thing of a unit's register: the one with its id, or else that with its code, or a new one; and who did it, if anything is new. */
export async function keep(keeper: Keeper, what: 'areas' | 'households', unitId: string, content: AreaContent | HouseholdContent, id?: string): Promise<{ readonly id: string; readonly did: Written }> {
  const rows = keeper.tx[what] as unknown as Keeper['tx']['areas'];
  const there = await rows.first(id === undefined ? { unitId, code: content.code } : { id });
  if (there === undefined) {
    const added = { ...content, id: keeper.newId(), unitId, validTo: null } as AreaRow;
    await rows.insert(added);
    await note(keeper, added.id, unitId, 'add', []);
    return { id: added.id, did: 'added' };
  }
  const fields = differing(there, content);
  if (fields.length === 0) return { id: there.id, did: 'same' };
  await rows.set({ id: there.id }, content as Partial<AreaRow>);
  await note(keeper, there.id, unitId, 'change', fields);
  return { id: there.id, did: 'changed' };
}

/** From the day after it holds no more; null opens it again. */
export async function end(keeper: Keeper, what: 'areas' | 'households', { id, unitId }: Pick<AreaRow, 'id' | 'unitId'>, day: string | null): Promise<void> {
  await (keeper.tx[what] as unknown as Keeper['tx']['areas']).set({ id }, { validTo: day });
  await note(keeper, id, unitId, day === null ? 'reopen' : 'end', ['validTo']);
}

/** The head of a household and how many live there are gone; that there was one at this place stays. */
export async function erase(keeper: Keeper, { id, unitId, code, address }: Pick<HouseholdRow, 'id' | 'unitId' | 'code' | 'address'>): Promise<void> {
  await keeper.tx.households.set({ id }, { head: null, members: null, search: folded(`${code} ${address}`) });
  await note(keeper, id, unitId, 'erase', ['head', 'members']);
}
