import type { Transaction } from '../../storage/store.ts';
import type { PlanFeatureRow } from '../../storage/tables/plan-features.ts';
import type { PlanLayerRow } from '../../storage/tables/plan-layers.ts';
import { addressWords, fitOf, telling, type Fit } from './address-words.ts';
import { featureOf, type Feature } from './features.ts';
import { ofKind } from './in-force.ts';

const mostFound = 12;
const mostStreets = 20;

/** `sure`: what was said names the place; otherwise whoever asked should choose, even where there is one only. */
export interface FoundPlaces { readonly parcels: readonly Feature<'parcel'>[]; readonly road?: Feature<'road'>; readonly sure: boolean }

/**
 * What the words of an address may mean: the street first, then the house number in it. Marks and capitals do not matter, nor what
 * follows the street. A street along which no parcel has an address is itself what is found, unless a house is asked for.
 */
export async function placesAt(tx: Transaction, layers: readonly PlanLayerRow[], address: string): Promise<FoundPlaces> {
  const said = addressWords(address);
  const streets = streetsIn([...ofKind(layers, 'parcel'), ...ofKind(layers, 'road')], said.street);
  const housed = streets.filter(({ layer }) => layer.kind === 'parcel');
  const sure = streets[0]?.fit !== 'held';
  const parcels: Feature<'parcel'>[] = [];
  for (const { layer, street } of housed) parcels.push(...(await housesIn(tx, { layerId: layer.id, street }, numberIn(said.house, street))).map((row) => featureOf<'parcel'>(layer, row)));
  const [first] = streets;
  if (housed.length > 0 || first === undefined || said.house !== '') return { parcels: parcels.slice(0, mostFound), sure };
  const row = await tx.planFeatures.first({ layerId: first.layer.id, street: first.street }, { order: [['place', 'asc']] });
  return row === undefined ? { parcels, sure } : { parcels, road: featureOf<'road'>(first.layer, row), sure };
}

/** "45 3" is house 45 where the street is the "3 Tháng 2". */
function numberIn(house: string, street: string): string {
  const own = /^(?:\d\S* )+/.exec(`${telling(street).join(' ')} `)?.[0].trim();
  return own === undefined || !` ${house}`.endsWith(` ${own}`) ? house : house.slice(0, house.length - own.length).trim();
}

async function housesIn(tx: Transaction, street: { readonly layerId: string; readonly street: string }, house: string): Promise<readonly PlanFeatureRow[]> {
  const exact = house === '' ? [] : await tx.planFeatures.find({ ...street, house }, { limit: mostFound });
  if (exact.length > 0) return exact;
  return tx.planFeatures.find({ ...street, ...(house === '' ? {} : { any: dividedFrom(house) }) }, { order: [['house', 'asc'], ['place', 'asc']], limit: mostFound });
}

/** Numbers that came of a number when its house was divided: 12/5 and 12A of 12, but not 121. */
const dividedFrom = (house: string) => [{ house: { startsWith: `${house} ` } }, { house: { gte: `${house}a`, lt: `${house}{` } }] as const;

interface Street { readonly layer: PlanLayerRow; readonly street: string; readonly fit: Fit }

/** The streets that fit best: of those whose name stands among more words, the ones with the longest name. */
function streetsIn(layers: readonly PlanLayerRow[], said: readonly string[]): readonly Street[] {
  const fitting = layers.flatMap((layer) => layer.streets.flatMap((street): Street[] => {
    const fit = fitOf(telling(street), said);
    return fit === undefined ? [] : [{ layer, street, fit }];
  }));
  for (const best of ['equal', 'begun', 'held'] as const) {
    const found = fitting.filter(({ fit }) => fit === best);
    if (found.length === 0) continue;
    const longest = Math.max(...found.map(({ street }) => street.length));
    return found.filter(({ street }) => best !== 'held' || street.length === longest).slice(0, mostStreets);
  }
  return [];
}
