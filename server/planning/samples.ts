import { boxOfGeometry, type Geometry, type Position } from './geometry.ts';
import { placeInRing } from './inside.ts';

/** Points spread evenly within an area: what share of them a zone holds is about the share of the area. */
export function samplesIn(geometry: Geometry): readonly Position[] {
  if (geometry.kind === 'line') return [];
  for (const across of [24, 96, 384]) {
    const found = gridIn(geometry, across);
    if (found.length >= 40) return found;
  }
  // Thinner than anything that is built on: its corners stand for it.
  return geometry.polygons.flat(2);
}

function gridIn(geometry: Geometry & { readonly kind: 'area' }, across: number): Position[] {
  const [west, south, east, north] = boxOfGeometry(geometry);
  const found: Position[] = [];
  for (let row = 0; row < across; row += 1) {
    for (let column = 0; column < across; column += 1) {
      const point: Position = [Math.round(west + ((column + 0.5) / across) * (east - west)), Math.round(south + ((row + 0.5) / across) * (north - south))];
      if (geometry.polygons.some(([outer, ...holes]) => placeInRing(outer!, point) === 'in' && holes.every((hole) => placeInRing(hole, point) === 'out'))) found.push(point);
    }
  }
  return found;
}

/** A point within the area, near its middle. */
export function pointIn(geometry: Geometry): Position {
  const [west, south, east, north] = boxOfGeometry(geometry);
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return samplesIn(geometry).toSorted((one, other) => Math.hypot(one[0] - x, one[1] - y) - Math.hypot(other[0] - x, other[1] - y))[0]!;
}
