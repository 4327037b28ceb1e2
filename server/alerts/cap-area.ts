import { degrees, plane, type Position } from '../planning/geometry.ts';
import type { AlertContent } from '../api/alert.ts';
import { runsIn } from './picture.ts';

const leastMetres = 10;
const metresOfDegree = 111_319.5;
const pair = (latitude: number, longitude: number): string => `${Number(latitude.toFixed(6))},${Number(longitude.toFixed(6))}`;
const pairOf = ([x, y]: Position): string => pair(degrees(y), degrees(x));

/** An area as CAP 1.2 writes it: latitude first, a polygon's first pair said again at its end, a circle's radius in kilometres. */
export interface CapArea { readonly polygons: readonly string[]; readonly circles: readonly string[] }

/** A point is a circle, a line one rectangle for each of its pieces, an area its outer ring: CAP knows no holes, and rather warns too many. */
export function capAreaOf({ geometry, radius }: Pick<AlertContent, 'geometry' | 'radius'>): CapArea {
  if (geometry === null) return { polygons: [], circles: [] };
  const [run = []] = runsIn(geometry);
  const metres = Math.max(radius, leastMetres);
  if (geometry.type === 'Point') return { polygons: [], circles: run.map((spot) => `${pairOf(spot)} ${metres / 1000}`) };
  if (geometry.type === 'Polygon') return { polygons: [run.map(pairOf).join(' ')], circles: [] };
  return { polygons: run.slice(0, -1).flatMap((from, index) => rectangleAround(from, run[index + 1]!, metres)), circles: [] };
}

/** So many metres to each side of a piece of a line, and beyond both of its ends. */
function rectangleAround(from: Position, to: Position, metres: number): readonly string[] {
  const [x, y] = plane(from)(to);
  const long = Math.hypot(x, y);
  if (long === 0) return [];
  const [east, north] = [(x / long) * metres, (y / long) * metres];
  const narrow = metresOfDegree * Math.cos((degrees(from[1]) * Math.PI) / 180);
  const spot = (right: number, up: number): string => pair(degrees(from[1]) + up / metresOfDegree, degrees(from[0]) + right / narrow);
  const corners = [spot(-east - north, -north + east), spot(x + east - north, y + north + east), spot(x + east + north, y + north - east), spot(-east + north, -north - east)];
  return [[...corners, corners[0]].join(' ')];
}
