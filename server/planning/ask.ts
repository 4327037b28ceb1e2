import type { Transaction } from '../../storage/store.ts';
import type { PlanLayerRow } from '../../storage/tables/plan-layers.ts';
import type { PlanningFound } from '../api/planning.ts';
import { featureOf, type Feature } from './features.ts';
import { placesAt } from './find-address.ts';
import { degrees, fixed, runsOf, type Geometry, type Position } from './geometry.ts';
import { layersInForce, ofKind } from './in-force.ts';
import { lookUp, subjectAt } from './look-up.ts';
import { numbered } from './numbered.ts';
import { pointIn } from './samples.ts';
import { parcelView } from './views.ts';

/** The three ways to ask. */
export type Asked =
  | { readonly latitude: number; readonly longitude: number }
  | { readonly sheet: string; readonly parcel: string }
  | { readonly address: string };

/** Answers for the one place that is meant, or says which there are. */
export async function ask(tx: Transaction, asked: Asked, day: string): Promise<PlanningFound> {
  const layers = await layersInForce(tx, day);
  if ('latitude' in asked) return { answer: await lookUp(tx, layers, await subjectAt(tx, layers, [fixed(asked.longitude), fixed(asked.latitude)]), day), choices: [] };
  const { parcels: found, road, sure } = 'address' in asked ? await placesAt(tx, layers, asked.address) : { parcels: await parcelsNamed(tx, layers, asked.sheet, asked.parcel), road: undefined, sure: true };
  const [only] = found;
  if (only !== undefined && found.length === 1 && sure) return { answer: await lookUp(tx, layers, { parcel: only }, day), choices: [] };
  if (road !== undefined && sure) return { answer: await lookUp(tx, layers, { point: middleOf(road.geometry) }, day), choices: [] };
  return {
    answer: null,
    choices: found.map(({ geometry, properties }) => {
      const [x, y] = pointIn(geometry);
      return { ...parcelView(properties), latitude: degrees(y), longitude: degrees(x) };
    }),
  };
}

async function parcelsNamed(tx: Transaction, layers: readonly PlanLayerRow[], sheet: string, parcel: string): Promise<Feature<'parcel'>[]> {
  const byId = new Map(ofKind(layers, 'parcel').map((layer) => [layer.id, layer]));
  if (byId.size === 0) return [];
  const rows = await tx.planFeatures.find({ layerId: { in: [...byId.keys()] }, sheet: numbered(sheet), parcel: numbered(parcel) }, { order: [['layerId', 'asc'], ['place', 'asc']], limit: 20 });
  return rows.map((row) => featureOf<'parcel'>(byId.get(row.layerId)!, row));
}

/** A position on a line, halfway between its ends or near it. */
function middleOf(geometry: Geometry): Position {
  const [run] = runsOf(geometry);
  const [before, after] = [run![Math.floor((run!.length - 1) / 2)]!, run![Math.ceil((run!.length - 1) / 2)]!];
  return [Math.round((before[0] + after[0]) / 2), Math.round((before[1] + after[1]) / 2)];
}
