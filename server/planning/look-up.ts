import type { Transaction } from '../../storage/store.ts';
import type { PlanLayerRow } from '../../storage/tables/plan-layers.ts';
import type { PlanningAnswer } from '../api/planning.ts';
import { distance, spot } from './distance.ts';
import { featuresAround, type Feature } from './features.ts';
import { around, boxesTouch, boxOf, boxOfGeometry, degrees, type Box, type Geometry, type Position } from './geometry.ts';
import { ofKind } from './in-force.ts';
import { isInside } from './inside.ts';
import { pointIn, samplesIn } from './samples.ts';
import { pictureOf } from './surroundings.ts';
import { layerView, parcelView, roadView, worksView, zoneView } from './views.ts';

/** How far the picture reaches, how far from the red line a road still is the land's own, and how far works are told of, in metres. */
const reach = { picture: 90, road: 15, works: 300, widest: 150 };
const most = { roads: 5, works: 6 };

/** What was asked about: a parcel, or a point that lies in none. */
export type Subject = { readonly parcel: Feature<'parcel'>; readonly point?: Position } | { readonly point: Position };

/** The parcel that a point lies in; of several the first. */
export async function subjectAt(tx: Transaction, layers: readonly PlanLayerRow[], point: Position): Promise<Subject> {
  const parcel = (await featuresAround(tx, layers, 'parcel', boxOf([point]))).find(({ geometry }) => isInside(geometry, point));
  return parcel === undefined ? { point } : { parcel, point };
}

/** All that the layers say of a place. Layers are those in force on `day`. */
export async function lookUp(tx: Transaction, layers: readonly PlanLayerRow[], subject: Subject, day: string): Promise<PlanningAnswer> {
  const parcel = 'parcel' in subject ? subject.parcel : undefined;
  const land: Geometry = parcel?.geometry ?? spot(subject.point!);
  const own = boxOfGeometry(land);
  const used = new Map<string, number>();
  const index = ({ id }: PlanLayerRow): number => {
    if (!used.has(id)) used.set(id, used.size);
    return used.get(id)!;
  };
  const zones = (await zonesOf(tx, layers, land, own)).map(({ zone, share }) => zoneView(zone.properties, parcel === undefined ? null : share, index(zone.layer)));
  const roads = (await featuresAround(tx, layers, 'road', around(own, reach.road + reach.widest)))
    .map((road) => ({ road, middle: distance(land, road.geometry) }))
    .filter(({ road, middle }) => middle - road.properties.width / 2 <= reach.road)
    .toSorted((one, other) => one.middle - one.road.properties.width / 2 - (other.middle - other.road.properties.width / 2))
    .slice(0, most.roads).map(({ road, middle }) => roadView(road.properties, middle, index(road.layer)));
  const works = (await featuresAround(tx, layers, 'works', around(own, reach.works)))
    .map((one) => ({ one, away: Math.max(0, distance(land, one.geometry) - (one.geometry.kind === 'line' ? (one.properties.width ?? 0) / 2 : 0)) }))
    .filter(({ away }) => away <= reach.works)
    .toSorted((one, other) => one.away - other.away)
    .slice(0, most.works).map(({ one, away }) => worksView(one.properties, away, index(one.layer)));
  if (parcel !== undefined) index(parcel.layer);
  // Where a map reaches and says nothing, its source still stands for that.
  const reaching = ofKind(layers, 'zone', own);
  reaching.forEach(index);
  const named = layers.filter(({ id }) => used.has(id)).toSorted((one, other) => used.get(one.id)! - used.get(other.id)!);
  const [x, y] = subject.point ?? pointIn(land);
  return {
    day, latitude: degrees(y), longitude: degrees(x), parcel: parcel === undefined ? null : parcelView(parcel.properties), covered: reaching.length > 0,
    zones, roads, works, layers: named.map(layerView), sample: named.some(({ sample }) => sample), map: await mapOf(tx, layers, own, parcel, subject.point),
  };
}

/** The zones that hold some of the land, the largest share first; shares are counted over points spread evenly within it. */
async function zonesOf(tx: Transaction, layers: readonly PlanLayerRow[], land: Geometry, own: Box): Promise<{ readonly zone: Feature<'zone'>; readonly share: number }[]> {
  const points = land.kind === 'area' ? samplesIn(land) : [land.lines[0]![0]!];
  const found = (await featuresAround(tx, layers, 'zone', own)).map((zone) => ({ zone, share: points.filter((point) => isInside(zone.geometry, point)).length / points.length }));
  return found.filter(({ share }) => share > 0).map(({ zone, share }) => ({ zone, share: Math.max(1, Math.round(share * 100)) })).toSorted((one, other) => other.share - one.share);
}

async function mapOf(tx: Transaction, layers: readonly PlanLayerRow[], own: Box, parcel: Feature<'parcel'> | undefined, point: Position | undefined): Promise<PlanningAnswer['map']> {
  const box = square(around(own, reach.picture));
  const shown = async <Kind extends 'zone' | 'parcel' | 'road' | 'works'>(kind: Kind, limit: number) => (await featuresAround(tx, layers, kind, box, limit)).filter(({ geometry }) => boxesTouch(boxOfGeometry(geometry), box));
  return pictureOf(box, { zones: await shown('zone', 100), works: await shown('works', 50), roads: await shown('road', 100), parcels: await shown('parcel', 400) }, parcel, point);
}

/** A box as high as it is wide, in metres: the smaller way is widened. */
function square([west, south, east, north]: Box): Box {
  const narrow = Math.cos((degrees((south + north) / 2) * Math.PI) / 180);
  const [wide, high] = [(east - west) * narrow, north - south];
  const more = Math.abs(wide - high) / 2;
  return wide < high ? [west - more / narrow, south, east + more / narrow, north] : [west, south - more, east, north + more];
}
