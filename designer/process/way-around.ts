import type { Point } from '../play/line.ts';
import type { Box } from './first-view.ts';

/** Room between a way and what it is led past. */
const room = 20;
/** What running along another way costs, in pixels of detour. */
const beside = 200;

/** Whether a line passes through the inside of a box (Liang and Barsky); along its edge it does not. */
export function passesThrough(from: Point, to: Point, { x, y, width, height }: Box): boolean {
  const inset = 1;
  let [enter, leave] = [0, 1];
  for (const [start, along, low, high] of [[from.x, to.x - from.x, x + inset, x + width - inset], [from.y, to.y - from.y, y + inset, y + height - inset]] as const) {
    if (along === 0) {
      if (start <= low || start >= high) return false;
      continue;
    }
    const [near, far] = along > 0 ? [(low - start) / along, (high - start) / along] : [(high - start) / along, (low - start) / along];
    [enter, leave] = [Math.max(enter, near), Math.min(leave, far)];
  }
  return enter < leave;
}

const pairs = (points: readonly Point[]): readonly (readonly [Point, Point])[] => points.slice(1).map((to, index) => [points[index]!, to]);
const runsThrough = (points: readonly Point[], blocks: readonly Box[]): boolean => pairs(points).some(([from, to]) => blocks.some((block) => passesThrough(from, to, block)));
const overlap = (one: Box, other: Box): boolean => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
/** With air around it. */
const grown = ({ x, y, width, height }: Box): Box => ({ x: x - room / 2, y: y - room / 2, width: width + room, height: height + room });
const lengthOf = (points: readonly Point[]): number => pairs(points).reduce((sum, [from, to]) => sum + Math.abs(to.x - from.x) + Math.abs(to.y - from.y), 0);

/** Whether two straight lines lie on one another for some way. */
function share([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const along = (axis: 'x' | 'y', across: 'x' | 'y'): boolean =>
    a[across] === b[across] && c[across] === d[across] && Math.abs(a[across] - c[across]) < room / 2 && Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis])) < Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis]));
  return along('x', 'y') || along('y', 'x');
}

/** Lines a little outside of the boxes, and some further out, for when those are taken. */
const levels = (edges: readonly (readonly [low: number, high: number])[]): readonly number[] =>
  [...new Set(edges.flatMap(([low, high]) => [1, 2, 3].flatMap((times) => [low - times * room, high + times * room])))];

const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** From box to box over a line across the drawing: out at the side where the line is, in at the same. */
function over(source: Box, target: Box, axis: 'x' | 'y', level: number): readonly Point[] | undefined {
  const size = axis === 'y' ? 'height' : 'width';
  const at = (box: Box): number | undefined => (level > box[axis] + box[size] ? box[axis] + box[size] : level < box[axis] ? box[axis] : undefined);
  const [out, into] = [at(source), at(target)];
  if (out === undefined || into === undefined) return undefined;
  const [from, to] = [middle(source), middle(target)];
  return [{ ...from, [axis]: out }, { ...from, [axis]: level }, { ...to, [axis]: level }, { ...to, [axis]: into }];
}

/** Another course for a way that runs through what stands between its ends: the shortest along one line that passes by all of it. Nothing where it is free already, or where none is. */
export function wayAround(points: readonly Point[], source: Box, target: Box, blocks: readonly Box[], ways: readonly (readonly Point[])[] = []): readonly Point[] | undefined {
  const between = blocks.filter((block) => !overlap(block, source) && !overlap(block, target));
  if (!runsThrough(points, between)) return undefined;
  const all = [source, target, ...blocks];
  const near = [source, target, ...blocks.map(grown)];
  const lines = ways.flatMap(pairs);
  const cost = (course: readonly Point[]): number => lengthOf(course) + beside * pairs(course).filter((line) => lines.some((other) => share(line, other))).length;
  const free = [
    ...levels(all.map(({ y, height }) => [y, y + height] as const)).map((level) => over(source, target, 'y', level)),
    ...levels(all.map(({ x, width }) => [x, x + width] as const)).map((level) => over(source, target, 'x', level)),
  ].filter((course): course is readonly Point[] => course !== undefined && !runsThrough(course, near));
  return free.toSorted((one, other) => cost(one) - cost(other))[0];
}
