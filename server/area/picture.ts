import type { Transaction } from '../../storage/store.ts';
import type { AreaRow } from '../../storage/tables/areas.ts';
import type { AreaMap } from '../api/area.ts';
import { drawRoads } from '../planning/drawn-roads.ts';
import { around, joinedBox, type Box, type Geometry } from '../planning/geometry.ts';
import { pointIn } from '../planning/samples.ts';

const margin = 40;
const mostPoints = 2000;

/** What the rows hold was judged when they were written. */
export const geometryOf = (area: Pick<AreaRow, 'geometry'>): Geometry => area.geometry as Geometry;
export const boxOfArea = ({ west, south, east, north }: Pick<AreaRow, 'west' | 'south' | 'east' | 'north'>): Box => [west, south, east, north];

export interface Dot { readonly kind: 'household' | 'dossier'; readonly x: number; readonly y: number }

/** Areas, and what lies in them, drawn on the installation's own roads. */
export async function pictureOf(tx: Transaction, areas: readonly AreaRow[], dots: readonly Dot[], at: string): Promise<AreaMap> {
  const { drawn, ...map } = await drawRoads(tx, around(joinedBox(areas.map(boxOfArea)), margin), at);
  return {
    ...map,
    areas: areas.map((area) => {
      const geometry = geometryOf(area);
      const rings = geometry.kind === 'area' ? geometry.polygons.flat() : [];
      return { id: area.id, code: area.code, runs: rings.map((ring) => ring.flatMap(drawn)), at: drawn(pointIn(geometry)) };
    }),
    points: dots.slice(0, mostPoints).map(({ kind, x, y }) => ({ kind, at: drawn([x, y]) })),
  };
}
