/** Metres east and north of the ward's south-west corner. */
export type Spot = readonly [number, number];

export interface GeoFeature {
  readonly type: 'Feature';
  readonly geometry: { readonly type: 'Polygon' | 'LineString'; readonly coordinates: unknown };
  readonly properties: Readonly<Record<string, unknown>>;
}

// In the open sea, where nobody lives who could take it for their own street.
const corner = { longitude: 107.3, latitude: 9.9 };
const turned = (14 * Math.PI) / 180;
const degree = 111_319.5;

/** Longitude and latitude of a spot: the ward is turned a little, as real ones are. */
export function placed([x, y]: Spot): [number, number] {
  const east = x * Math.cos(turned) - y * Math.sin(turned);
  const north = x * Math.sin(turned) + y * Math.cos(turned);
  const round = (value: number): number => Math.round(value * 1e7) / 1e7;
  return [round(corner.longitude + east / (degree * Math.cos((corner.latitude * Math.PI) / 180))), round(corner.latitude + north / degree)];
}

const ring = (spots: readonly Spot[]): [number, number][] => [...spots, spots[0]!].map(placed);

export const area = (properties: GeoFeature['properties'], outer: readonly Spot[], ...holes: readonly (readonly Spot[])[]): GeoFeature => ({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [outer, ...holes].map(ring) }, properties });
export const line = (properties: GeoFeature['properties'], spots: readonly Spot[]): GeoFeature => ({ type: 'Feature', geometry: { type: 'LineString', coordinates: spots.map(placed) }, properties });
export const rectangle = (west: number, south: number, east: number, north: number): readonly Spot[] => [[west, south], [east, south], [east, north], [west, north]];
