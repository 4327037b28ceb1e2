import type { RoadMap } from '../../server/api/map.ts';
import { labelAlong } from '../../server/api/drawn-runs.ts';

type Spot = readonly [x: number, y: number];
export interface RoadName { readonly x: number; readonly y: number; readonly turn: number; readonly label: RoadMap['roads'][number]['label'] }

/** About how wide a letter is, of its height. */
const letter = 0.55;

/** Spots along a name as it is written, a letter's height apart. */
const along = ({ x, y, turn, label }: RoadName, unit: number): readonly Spot[] => {
  const half = (Math.max(label.vi.length, label.en.length) * letter * unit) / 2;
  const [east, south] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const steps = Math.max(1, Math.ceil(half / unit));
  return Array.from({ length: 2 * steps + 1 }, (_, index): Spot => {
    const part = ((index - steps) / steps) * half;
    return [x + east * part, y + south * part];
  });
};

/** Names of roads where they neither cross each other nor numbers on the drawing; those of the widest roads come first. `unit`: a letter's height. */
export const roadNames = ({ roads, width, height }: RoadMap, unit: number, numbers: readonly Spot[]): readonly RoadName[] => {
  const taken: Spot[] = [...numbers];
  const near = numbers.length > 0 ? unit * 1.7 : unit * 1.3;
  const shown: RoadName[] = [];
  for (const { label, runs } of roads.toSorted((one, other) => other.width - one.width)) {
    const place = labelAlong(runs, width, height, unit * 7);
    if (!place) continue;
    const name = { ...place, label };
    const spots = along(name, unit);
    if (spots.some(([x, y]) => x < 0 || y < 0 || x > width || y > height || taken.some(([a, b]) => Math.hypot(a - x, b - y) < near))) continue;
    taken.push(...spots);
    shown.push(name);
  }
  return shown;
};
