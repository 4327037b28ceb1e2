import { plane, runsOf, type Geometry, type Position } from './geometry.ts';
import { isInside } from './inside.ts';

type Spot = readonly [number, number];

/** Metres between two things, nought where they touch or one holds the other. */
export function distance(one: Geometry, other: Geometry): number {
  const holds = (area: Geometry, what: Geometry): boolean => runsOf(what).some(([first]) => isInside(area, first!));
  if (holds(one, other) || holds(other, one)) return 0;
  const flat = plane(runsOf(one)[0]![0]!);
  const runs = [one, other].map((geometry) => runsOf(geometry).map((run) => run.map(flat)));
  let least = Infinity;
  for (const [a, b] of sidesOf(runs[0]!)) {
    for (const [c, d] of sidesOf(runs[1]!)) {
      if (cross(a, b, c, d)) return 0;
      least = Math.min(least, toSide(a, c, d), toSide(b, c, d), toSide(c, a, b), toSide(d, a, b));
    }
  }
  return least;
}

/** A place without extent, to be measured from. */
export const spot = (position: Position): Geometry => ({ kind: 'line', lines: [[position, position]] });

function sidesOf(runs: readonly (readonly Spot[])[]): (readonly [Spot, Spot])[] {
  return runs.flatMap((run) => run.slice(1).map((end, index): readonly [Spot, Spot] => [run[index]!, end]));
}

function toSide([x, y]: Spot, [ax, ay]: Spot, [bx, by]: Spot): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

function cross(a: Spot, b: Spot, c: Spot, d: Spot): boolean {
  const side = ([ax, ay]: Spot, [bx, by]: Spot, [x, y]: Spot): number => Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
