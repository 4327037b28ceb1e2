import type { MapShape, PlanningMap } from '../api/planning.ts';
import type { Feature } from './features.ts';
import { plane, runsOf, type Box, type Geometry, type Position } from './geometry.ts';

type Any = Feature<'zone'> | Feature<'parcel'> | Feature<'road'> | Feature<'works'>;

/** A picture of the box as shapes on a plane, in decimetres from its upper left corner; zones first, so that the rest lies above them. */
export function pictureOf([west, south, east, north]: Box, features: Readonly<{ zones: readonly Feature<'zone'>[]; works: readonly Feature<'works'>[]; roads: readonly Feature<'road'>[]; parcels: readonly Feature<'parcel'>[] }>, subject: Feature<'parcel'> | undefined, point: Position | undefined): PlanningMap {
  const flat = plane([west, south]);
  const [width, height] = flat([east, north]).map((metres) => Math.round(metres * 10)) as [number, number];
  const placed = (position: Position): [number, number] => {
    const [x, y] = flat(position);
    return [Math.round(x * 10), height - Math.round(y * 10)];
  };
  const drawn = (kind: MapShape['kind'], { geometry }: Any, facts: Partial<MapShape>): MapShape => ({
    kind, label: null, closed: geometry.kind === 'area', subject: false, tone: null, width: null, runs: runsIn(geometry).map((run) => run.flatMap(placed)), ...facts,
  });
  return {
    width, height, point: point === undefined ? null : placed(point),
    shapes: [
      ...features.zones.map((zone) => drawn('zone', zone, { tone: zone.properties.building, label: named(zone.properties) })),
      ...features.roads.map((road) => drawn('road', road, { width: Math.round(road.properties.width * 10), label: named(road.properties) })),
      ...features.parcels.map((parcel) => drawn('parcel', parcel, { subject: isSame(parcel, subject), label: labelOf(parcel.properties.houseNo) })),
      ...features.works.map((works) => drawn('works', works, { width: Math.round((works.properties.width ?? 0) * 10) || null, label: named(works.properties) })),
    ],
  };
}

const isSame = (one: Feature<'parcel'>, other: Feature<'parcel'> | undefined): boolean => other !== undefined && one.layer.id === other.layer.id && one.place === other.place;
const named = ({ name, nameEn }: { readonly name: string; readonly nameEn?: string }): MapShape['label'] => ({ vi: name, en: nameEn ?? name });
const labelOf = (text: string | undefined): MapShape['label'] => (text === undefined ? null : { vi: text, en: text });
/** Rings without their closing side: the picture closes them. */
const runsIn = (geometry: Geometry): readonly (readonly Position[])[] => (geometry.kind === 'line' ? runsOf(geometry) : geometry.polygons.flat());
