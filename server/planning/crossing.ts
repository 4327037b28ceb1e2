import type { Position, Ring } from './geometry.ts';
import { side } from './inside.ts';

interface Side { readonly index: number; readonly a: Position; readonly b: Position; readonly west: number; readonly east: number; readonly south: number; readonly north: number }

/** So many pairs of sides are compared; a ring that needs more is as good as a scribble, and nobody waits for it. */
const most = 10_000_000;

/**
 * Where a ring crosses itself or runs back along itself, or `too-many` when its sides lie over one another so much that it cannot be
 * looked through. That it touches itself at a point is no fault: what lies inside is the same. Sides are taken from west to east, and
 * each is compared with those that reach as far.
 */
export function crossingOf(ring: Ring): Position | 'too-many' | undefined {
  const line = ring.filter(([x, y], index) => index === 0 || x !== ring[index - 1]![0] || y !== ring[index - 1]![1]);
  const sides = line.map((a, index) => sideOf(line, a, index)).toSorted((one, other) => one.west - other.west);
  let reaching: Side[] = [];
  let compared = 0;
  for (const one of sides) {
    reaching = reaching.filter(({ east }) => east >= one.west);
    compared += reaching.length;
    if (compared > most) return 'too-many';
    for (const other of reaching) {
      if (one.south > other.north || other.south > one.north) continue;
      const at = meeting(line, one, other);
      if (at !== undefined) return at;
    }
    reaching.push(one);
  }
  return undefined;
}

function sideOf(line: Ring, a: Position, index: number): Side {
  const b = line[(index + 1) % line.length]!;
  return { index, a, b, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]), south: Math.min(a[1], b[1]), north: Math.max(a[1], b[1]) };
}

const isOpposite = (one: number, other: number): boolean => (one < 0 && other > 0) || (one > 0 && other < 0);

function meeting(line: Ring, one: Side, other: Side): Position | undefined {
  const [c, d] = [side(one.a, one.b, other.a), side(one.a, one.b, other.b)];
  if (c === 0 && d === 0) return along(one, other);
  const [a, b] = [side(other.a, other.b, one.a), side(other.a, other.b, one.b)];
  if (isOpposite(a, b) && isOpposite(c, d)) return [Math.round(one.a[0] + ((one.b[0] - one.a[0]) * a) / (a - b)), Math.round(one.a[1] + ((one.b[1] - one.a[1]) * a) / (a - b))];
  return through(line, one, other, c) ?? through(line, other, one, a);
}

/** Both on one line: the middle of what they have in common, if that is more than a point. */
function along(one: Side, other: Side): Position | undefined {
  const [west, east] = [Math.max(one.west, other.west), Math.min(one.east, other.east)];
  const [south, north] = [Math.max(one.south, other.south), Math.min(one.north, other.north)];
  const isMore = west <= east && south <= north && (west < east || south < north);
  return isMore ? [Math.round((west + east) / 2), Math.round((south + north) / 2)] : undefined;
}

/** Whether the ring goes from one side of `over` to the other at the corner where `from` begins, which lies on it between its ends. */
function through(line: Ring, over: Side, from: Side, place: number): Position | undefined {
  const corner = from.a;
  if (place !== 0 || corner[0] < over.west || corner[0] > over.east || corner[1] < over.south || corner[1] > over.north) return undefined;
  if ([over.a, over.b].some(([x, y]) => x === corner[0] && y === corner[1])) return undefined;
  const before = line.at(from.index - 1)!;
  return isOpposite(side(over.a, over.b, before), side(over.a, over.b, from.b)) ? corner : undefined;
}
