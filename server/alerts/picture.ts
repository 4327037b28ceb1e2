import type { Transaction } from '../../storage/store.ts';
import type { AlertGeometry, AlertMap, AlertView } from '../api/alert.ts';
import { drawRoads } from '../planning/drawn-roads.ts';
import { around, boxOf, fixed, joinedBox, type Position } from '../planning/geometry.ts';

const margin = 120;

const positionOf = ([longitude = 0, latitude = 0]: readonly number[]): Position => [fixed(longitude), fixed(latitude)];

/** Every run of positions of a geometry; one of a single position for a point. */
export function runsIn(geometry: AlertGeometry): readonly (readonly Position[])[] {
  if (geometry.type === 'Point') return [[positionOf(geometry.coordinates)]];
  return geometry.type === 'LineString' ? [geometry.coordinates.map(positionOf)] : geometry.coordinates.map((ring) => ring.map(positionOf));
}

/** A drawing of where alerts are, on the installation's own roads; nothing where none says its place as a geometry. */
export async function pictureOf(tx: Transaction, alerts: readonly AlertView[], at: string): Promise<AlertMap | null> {
  const placed = alerts.flatMap((alert, index) => (alert.geometry === null ? [] : [{ alert, number: index + 1, runs: runsIn(alert.geometry) }]));
  if (placed.length === 0) return null;
  const box = around(joinedBox(placed.map(({ alert, runs }) => around(boxOf(runs.flat()), alert.radius))), margin);
  const { drawn, ...map } = await drawRoads(tx, box, at);
  return {
    ...map,
    marks: placed.map(({ alert, number, runs }) => ({
      alert: alert.id, number, level: alert.level, over: alert.state !== 'in-force', closed: alert.geometry?.type === 'Polygon', runs: runs.map((run) => run.flatMap(drawn)), radius: alert.radius * 10, at: drawn(middleOf(runs)),
    })),
  };
}

/** Where a number stands: halfway along a line, amid an area. */
function middleOf(runs: readonly (readonly Position[])[]): Position {
  const [run = []] = runs;
  const [west, south, east, north] = boxOf(run);
  if (run.length < 2 || (run[0]![0] === run.at(-1)![0] && run[0]![1] === run.at(-1)![1])) return [Math.round((west + east) / 2), Math.round((south + north) / 2)];
  const [before, after] = [run[Math.floor((run.length - 1) / 2)]!, run[Math.ceil((run.length - 1) / 2)]!];
  return [Math.round((before[0] + after[0]) / 2), Math.round((before[1] + after[1]) / 2)];
}
