import type { FilledBlock } from '../../procedures/letters/fill.ts';
import { northArrow, round, words, type Drawing } from './svg.ts';

type Points = Extract<FilledBlock, { block: 'sketch' }>['points'];

/** All in points: the room of the drawing, and within it the room around the parcel for what is written there. */
const room = { width: 300, height: 210, around: 30 };

/** A parcel as extracts show it: its sides to scale with their lengths in metres, its corners numbered in the order given, north upwards. */
export function sketch(points: Points): Drawing {
  const [west, east] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [south, north] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  const [wide, high] = [room.width - room.around * 2, room.height - room.around * 2];
  const scale = Math.min(wide / Math.max(east - west, 0.01), high / Math.max(north - south, 0.01));
  const left = (room.width - (east - west) * scale) / 2;
  const top = (room.height - (north - south) * scale) / 2;
  const placed = points.map(([x, y]) => [left + (x - west) * scale, top + (north - y) * scale] as const);
  // Names stand outside of the parcel, whichever way round its corners are told.
  const outward = areaOf(placed) > 0 ? 1 : -1;
  const sides = placed.map((from, index) => ({ from, to: placed[(index + 1) % placed.length]!, metres: lengthOf(points[index]!, points[(index + 1) % points.length]!) }));
  return {
    width: room.width, height: room.height,
    parts: [
      `<path d="${placed.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')}Z" fill="#f2f2f2" stroke="#000000" stroke-width="1.1"/>`,
      ...sides.flatMap(({ from, to, metres }) => sideLength(from, to, metres, outward)),
      ...placed.flatMap(([x, y], index) => {
        const [dx, dy] = away(placed, index, outward);
        return [`<circle cx="${round(x)}" cy="${round(y)}" r="1.8" fill="#000000"/>`, words({ x: x + dx * 9, y: y + dy * 9, text: String(index + 1), bold: true })];
      }),
      northArrow(room.width - 12, room.height - 12),
    ],
  };
}

type Spot = readonly [x: number, y: number];
const shortest = 14;
const lengthOf = (from: Spot, to: Spot): number => Math.hypot(to[0] - from[0], to[1] - from[1]);
/** Twice the area, positive where the corners go round clockwise on the paper. */
const areaOf = (spots: readonly Spot[]): number => spots.reduce((sum, [x, y], index) => { const [nx, ny] = spots[(index + 1) % spots.length]!; return sum + x * ny - nx * y; }, 0);

/** Along the side, outside of it; sides too short to write at stay bare: the table of corners tells them. */
function sideLength(from: Spot, to: Spot, metres: number, outward: number): string[] {
  const long = lengthOf(from, to);
  if (long < shortest) return [];
  const [ux, uy] = [(to[0] - from[0]) / long, (to[1] - from[1]) / long];
  const turn = (Math.atan2(uy, ux) * 180) / Math.PI;
  return [words({ x: (from[0] + to[0]) / 2 + uy * outward * 7, y: (from[1] + to[1]) / 2 - ux * outward * 7, text: metres.toFixed(2).replace('.', ','), turn: turn > 90 ? turn - 180 : turn <= -90 ? turn + 180 : turn })];
}

/** The way out of the parcel at a corner: between the two sides that meet there. */
function away(spots: readonly Spot[], index: number, outward: number): Spot {
  const [before, at, after] = [spots[(index + spots.length - 1) % spots.length]!, spots[index]!, spots[(index + 1) % spots.length]!];
  const normal = (from: Spot, to: Spot): Spot => { const long = lengthOf(from, to) || 1; return [((to[1] - from[1]) / long) * outward, (-(to[0] - from[0]) / long) * outward]; };
  const [one, other] = [normal(before, at), normal(at, after)];
  const sum: Spot = [one[0] + other[0], one[1] + other[1]];
  const long = Math.hypot(...sum);
  return long < 0.01 ? one : [sum[0] / long, sum[1] / long];
}
