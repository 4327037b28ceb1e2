import type { Transaction } from '../../storage/store.ts';
import { dayOf } from '../../forms/today.ts';
import type { RoadMap } from '../api/map.ts';
import { featuresAround } from './features.ts';
import { plane, runsOf, type Box, type Position } from './geometry.ts';
import { layersInForce } from './in-force.ts';

/** Metres: over a whole city roads would be a tangle. */
const widest = 20_000;

export interface DrawnRoads extends RoadMap {
  /** Where a position lies on the drawing. */
  readonly drawn: (position: Position) => [number, number];
}

/** A drawing of a box on the globe with the installation's own roads. */
export async function drawRoads(tx: Transaction, box: Box, at: string): Promise<DrawnRoads> {
  const flat = plane([box[0], box[1]]);
  const [width, height] = flat([box[2], box[3]]).map((metres) => Math.round(metres * 10)) as [number, number];
  const drawn = (position: Position): [number, number] => {
    const [x, y] = flat(position);
    return [Math.round(x * 10), height - Math.round(y * 10)];
  };
  const roads = Math.max(width, height) > widest * 10 ? [] : await featuresAround(tx, await layersInForce(tx, dayOf(at)), 'road', box);
  return {
    width, height, drawn,
    roads: roads.map(({ geometry, properties: { name, nameEn, width: planned, presentWidth = planned } }) => ({ label: { vi: name, en: nameEn ?? name }, width: Math.round(presentWidth * 10), runs: runsOf(geometry).map((run) => run.flatMap(drawn)) })),
  };
}
