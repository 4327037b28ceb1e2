import type { Transaction } from '../../storage/store.ts';
import type { PlanFeatureRow } from '../../storage/tables/plan-features.ts';
import type { PlanLayerRow } from '../../storage/tables/plan-layers.ts';
import { fold } from '../../forms/fold.ts';
import { featureOf, type Feature } from './features.ts';
import { ofKind } from './in-force.ts';

const mostFound = 12;
/** Words that tell no street from another. */
const general = new Set(['duong', 'pho', 'hem', 'ngo', 'ngach', 'so', 'nha', 'street', 'road', 'lane', 'no']);
const telling = (folded: string): string[] => folded.split(' ').filter((word) => word !== '' && !general.has(word));
const hasDigit = (word: string): boolean => /\d/.test(word);

/**
 * What the words of an address may mean: the street whose name they hold, or begin, then the house number in it. Marks and capitals do
 * not matter, nor what follows the street (ward, city). A street along which no parcel has an address is itself what is found,
 * unless a house is asked for.
 */
export async function placesAt(tx: Transaction, layers: readonly PlanLayerRow[], address: string): Promise<{ readonly parcels: readonly Feature<'parcel'>[]; readonly road?: Feature<'road'> }> {
  const words = telling(fold(address));
  const streets = streetsIn([...ofKind(layers, 'parcel'), ...ofKind(layers, 'road')], words);
  const housed = streets.filter(({ layer }) => layer.kind === 'parcel');
  const parcels: Feature<'parcel'>[] = [];
  for (const { layer, street } of housed) {
    const house = houseIn(words, telling(street));
    const inStreet = { layerId: layer.id, street } as const;
    const exact = house === '' ? [] : await tx.planFeatures.find({ ...inStreet, house }, { limit: mostFound });
    const rows: PlanFeatureRow[] = exact.length > 0 ? exact : await tx.planFeatures.find({ ...inStreet, ...(house === '' ? {} : { any: dividedFrom(house) }) }, { order: [['house', 'asc'], ['place', 'asc']], limit: mostFound });
    parcels.push(...rows.map((row) => featureOf<'parcel'>(layer, row)));
  }
  const [first] = streets;
  if (housed.length > 0 || first === undefined || houseIn(words, telling(first.street)) !== '') return { parcels: parcels.slice(0, mostFound) };
  const row = await tx.planFeatures.first({ layerId: first.layer.id, street: first.street }, { order: [['place', 'asc']] });
  return row === undefined ? { parcels } : { parcels, road: featureOf<'road'>(first.layer, row) };
}

/** The streets that fit best. */
function streetsIn(layers: readonly PlanLayerRow[], words: readonly string[]): { readonly layer: PlanLayerRow; readonly street: string }[] {
  const streets = layers.flatMap((layer) => layer.streets.map((street) => ({ layer, street, fit: fitOf(telling(street), words) }))).filter(({ fit }) => fit > 0);
  const best = Math.max(0, ...streets.map(({ fit }) => fit));
  return streets.filter(({ fit }) => fit === best).slice(0, 20);
}

/** How well a street's words fit: all of its own are said, which counts most; or all that is said besides numbers begins some of them. */
function fitOf(street: readonly string[], said: readonly string[]): number {
  if (street.length > 0 && street.every((word) => said.includes(word))) return 100 + street.length;
  const names = said.filter((word) => !hasDigit(word));
  return names.length > 0 && names.every((word) => street.some((own) => own.startsWith(word))) ? names.length : 0;
}

/** Numbers that came of a number when its house was divided: 12/5 and 12A of 12, but not 121. */
const dividedFrom = (house: string) => [{ house: { startsWith: `${house} ` } }, { house: { gte: `${house}a`, lt: `${house}{` } }] as const;

/** The number before the street's name: "12/5A" of "12/5A Hoa Sen"; numbers that belong to the name itself are left with it. */
function houseIn(said: readonly string[], street: readonly string[]): string {
  const first = said.findIndex((word) => street.includes(word));
  return said.slice(0, first < 0 ? said.length : first).filter(hasDigit).join(' ');
}
