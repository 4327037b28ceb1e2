import type { AreaFields } from '../../server/api/area.ts';

type Outline = AreaFields['outline'];
type Spot = readonly [longitude: number, latitude: number];

/** The corners of an area without holes, a line each: latitude, then longitude. Undefined for an outline that has more than one ring. */
export function cornersOf({ type, coordinates }: Outline): string | undefined {
  const rings = coordinates as readonly (readonly Spot[])[];
  if (type !== 'Polygon' || rings.length !== 1) return undefined;
  return rings[0]!.slice(0, -1).map(([longitude, latitude]) => `${latitude}, ${longitude}`).join('\n');
}

/** The outline that such lines say; undefined when one of them is no place, or there are fewer than three. */
export function outlineIn(lines: string): Outline | undefined {
  const spots = lines.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line): Spot | undefined => {
    const [, latitude, longitude] = /^(-?\d{1,3}(?:\.\d+)?)[,;\s]+(-?\d{1,3}(?:\.\d+)?)$/.exec(line) ?? [];
    return latitude === undefined || longitude === undefined ? undefined : [Number(longitude), Number(latitude)];
  });
  const placed = spots.filter((spot) => spot !== undefined);
  return placed.length < 3 || placed.length < spots.length ? undefined : { type: 'Polygon', coordinates: [[...placed, placed[0]!]] };
}
