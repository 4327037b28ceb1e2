import type { Geometry, Position, Ring } from './geometry.ts';

/**
 * Twice the area of the triangle, positive when `point` lies left of the way from `a` to `b`. Exact: areas span at most
 * five degrees (read-layer.ts), so that products stay below 2^53.
 */
export const side = ([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): number => (bx - ax) * (y - ay) - (by - ay) * (x - ax);

const between = (one: number, other: number, value: number): boolean => Math.min(one, other) <= value && value <= Math.max(one, other);

/** `in`, `out`, or `on` its line. */
export function placeInRing(ring: Ring, point: Position): 'in' | 'out' | 'on' {
  let inside = false;
  for (let index = 0; index < ring.length; index += 1) {
    const a = ring[index]!;
    const b = ring[(index + 1) % ring.length]!;
    const left = side(a, b, point);
    if (left === 0 && between(a[0], b[0], point[0]) && between(a[1], b[1], point[1])) return 'on';
    // A side counts when it crosses the point's height, its lower end included and its upper end not: a corner is met once.
    if (a[1] > point[1] !== b[1] > point[1] && left > 0 === b[1] > a[1]) inside = !inside;
  }
  return inside ? 'in' : 'out';
}

/** Whether the point lies in one of the areas; their lines belong to them, those of holes too. */
export function isInside(geometry: Geometry, point: Position): boolean {
  if (geometry.kind === 'line') return false;
  return geometry.polygons.some(([outer, ...holes]) => {
    const place = placeInRing(outer!, point);
    return place === 'on' || (place === 'in' && holes.every((hole) => placeInRing(hole, point) !== 'in'));
  });
}
