/**
 * Longitude and latitude (WGS 84) in ten-millionths of a degree, about a centimetre: whole numbers, so that on which side
 * of a line a point lies is calculated exactly.
 */
export type Position = readonly [number, number];
/** West, south, east, north. */
export type Box = readonly [number, number, number, number];
/** A closed line, its first position not said again at the end. */
export type Ring = readonly Position[];

/** Areas with their holes, or lines. */
export type Geometry =
  | { readonly kind: 'area'; readonly polygons: readonly (readonly Ring[])[] }
  | { readonly kind: 'line'; readonly lines: readonly (readonly Position[])[] };

export const scale = 10_000_000;
export const fixed = (degrees: number): number => Math.round(degrees * scale);
export const degrees = (units: number): number => units / scale;

/** Every run of positions of it: rings with their closing side, or lines. */
export const runsOf = (geometry: Geometry): readonly (readonly Position[])[] =>
  geometry.kind === 'line' ? geometry.lines : geometry.polygons.flat().map((ring) => [...ring, ring[0]!]);

export function boxOf(positions: Iterable<Position>): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west, south, east, north];
}

export const boxOfGeometry = (geometry: Geometry): Box => boxOf(runsOf(geometry).flat());

export const boxesTouch = (one: Box, other: Box): boolean => one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];

export const joinedBox = (boxes: readonly Box[]): Box => boxOf(boxes.flatMap(([west, south, east, north]): Position[] => [[west, south], [east, north]]));

const metresOfDegree = 111_319.5;

/** Metres east and north of `origin`, on a plane that touches there: good to a millimetre over a ward. */
export function plane(origin: Position): (position: Position) => readonly [number, number] {
  const north = metresOfDegree / scale;
  const east = north * Math.cos((degrees(origin[1]) * Math.PI) / 180);
  return ([x, y]) => [(x - origin[0]) * east, (y - origin[1]) * north];
}

/** The box that reaches so many metres around another. */
export function around([west, south, east, north]: Box, metres: number): Box {
  const high = Math.ceil((metres / metresOfDegree) * scale);
  const wide = Math.ceil(high / Math.cos((degrees(Math.max(Math.abs(south), Math.abs(north))) * Math.PI) / 180));
  return [west - wide, south - high, east + wide, north + high];
}
