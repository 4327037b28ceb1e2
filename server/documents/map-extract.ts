import type { MapShape, PlanningMap } from '../api/planning.ts';
import { labelAlong, pathThrough } from '../api/drawn-runs.ts';
import { northArrow, round, words, type Drawing } from './svg.ts';

/** A map as it is printed: the drawing, and from which maps of which day it is taken. */
export interface MapOnPaper { readonly map: PlanningMap; readonly sources: readonly string[] }

/** The side of the picture, in points. */
const side = 300;
/** Light tints: the lines must be read on a paper that is copied in black. */
const tints: Readonly<Record<string, readonly [colour: string, means: string]>> = {
  allowed: ['#fdf3d0', 'nền vàng: được xây nhà ở'], conditional: ['#fbe0c4', 'nền cam: xây nhà ở có điều kiện'], not_allowed: ['#dcebd9', 'nền xanh: không được xây nhà ở'], unknown: ['#eeeeee', 'nền xám: chưa xác định'],
};
const tintOf = ({ tone }: MapShape) => tints[tone ?? 'unknown'] ?? tints['unknown']!;

/** What lines and tints of the drawing mean, of those that stand in it. */
export function legendOf({ shapes, point }: PlanningMap): string {
  const has = (kind: MapShape['kind']) => shapes.some((shape) => shape.kind === kind);
  const meanings = [
    ...(shapes.some(({ subject }) => subject) ? ['nét đậm: thửa đất'] : []), ...(point === null ? [] : ['chấm đen: điểm được hỏi']), ...(has('road') ? ['nét đỏ: chỉ giới đường'] : []), ...(has('works') ? ['nét tím đứt: công trình sắp làm'] : []),
    ...new Set(shapes.filter(({ kind }) => kind === 'zone').map((zone) => tintOf(zone)[1])),
  ];
  return `Chú giải: ${meanings.join('; ')}.`;
}

/** The zones, roads between their red lines, parcels and works around a place, the parcel asked about in bold; north upwards, with a bar of twenty metres. */
export function mapExtract({ width, height, point, shapes }: PlanningMap): Drawing {
  const scale = side / Math.max(width, height);
  const [wide, high] = [width * scale, height * scale];
  const of = (kind: MapShape['kind']) => shapes.filter((shape) => shape.kind === kind);
  const path = (shape: MapShape, looks: string): string => `<path d="${shape.runs.map((run) => pathThrough(run.map((value) => round(value * scale)), shape.closed)).join('')}" ${looks}/>`;
  const line = (shape: MapShape, colour: string, more: number): string => path(shape, `fill="none" stroke="${colour}" stroke-width="${round(((shape.width ?? 0) + more) * scale)}"`);
  const parcels = of('parcel');
  const bar = 200 * scale;
  return {
    width: round(wide), height: round(high),
    parts: [
      `<clipPath id="frame"><rect x="0" y="0" width="${round(wide)}" height="${round(high)}"/></clipPath><g clip-path="url(#frame)">`,
      ...of('zone').map((shape) => path(shape, `fill="${tintOf(shape)[0]}" fill-rule="evenodd" stroke="#7a7a7a" stroke-width="0.5" stroke-dasharray="3 2"`)),
      ...parcels.filter(({ subject }) => !subject).map((shape) => path(shape, 'fill="none" stroke="#9a9a9a" stroke-width="0.4"')),
      ...of('road').map((shape) => line(shape, '#c62828', 10)),
      ...of('road').map((shape) => line(shape, '#ffffff', 0)),
      ...of('works').map((shape) => path(shape, 'fill="none" stroke="#6a3d9a" stroke-width="1.2" stroke-dasharray="4 2"')),
      ...parcels.filter(({ subject }) => subject).map((shape) => path(shape, 'fill="none" stroke="#000000" stroke-width="1.6"')),
      ...(point === null ? [] : [`<circle cx="${round(point[0]! * scale)}" cy="${round(point[1]! * scale)}" r="3" fill="#000000"/>`]),
      ...of('road').flatMap(({ runs, label }) => {
        const at = labelAlong(runs, width, height);
        return label === null || at === undefined ? [] : [words({ x: at.x * scale, y: at.y * scale, turn: at.turn, text: label.vi, size: 7 })];
      }),
      '</g>',
      `<rect x="0.4" y="0.4" width="${round(wide - 0.8)}" height="${round(high - 0.8)}" fill="none" stroke="#000000" stroke-width="0.8"/>`,
      northArrow(wide - 14, 42),
      `<rect x="${round(8)}" y="${round(high - 22)}" width="${round(bar + 8)}" height="17" fill="#ffffff"/><path d="M12 ${round(high - 12)}v4h${round(bar)}v-4" fill="none" stroke="#000000" stroke-width="0.8"/>${words({ x: 12 + bar / 2, y: high - 15, text: '20 m', size: 7 })}`,
    ],
  };
}
