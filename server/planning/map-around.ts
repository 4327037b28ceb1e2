import { dayOf } from '../../forms/today.ts';
import type { Transaction } from '../../storage/store.ts';
import type { MapAround, MapQuery } from '../api/map.ts';
import { drawRoads } from './drawn-roads.ts';
import { placesAt } from './find-address.ts';
import { around, boxOfGeometry, degrees, fixed, joinedBox, type Box, type Position } from './geometry.ts';
import { layersInForce, ofKind } from './in-force.ts';

const usualReach = 400;

/** The roads around what is asked for; undefined where nobody said a point and no map of roads is in force. */
export async function mapAround(tx: Transaction, { latitude, longitude, address, reach = usualReach }: MapQuery, at: string): Promise<MapAround | undefined> {
  const layers = await layersInForce(tx, dayOf(at));
  const said: Position | undefined = latitude === undefined || longitude === undefined ? undefined : [fixed(longitude), fixed(latitude)];
  const named = said === undefined && address !== undefined ? await placesAt(tx, layers, address) : undefined;
  const place = named?.parcels[0] ?? named?.road;
  const found = place && middle(boxOfGeometry(place.geometry));
  const roads = ofKind(layers, 'road');
  const centre = said ?? found ?? (roads.length === 0 ? undefined : middle(joinedBox(roads.map(({ box }) => box))));
  if (centre === undefined) return undefined;
  const box = around([...centre, ...centre], reach);
  const { drawn: _drawn, ...map } = await drawRoads(tx, box, at);
  const [west, south, east, north] = box.map(degrees) as [number, number, number, number];
  return { west, south, east, north, found: found === undefined ? null : { latitude: degrees(found[1]), longitude: degrees(found[0]) }, map };
}

const middle = ([west, south, east, north]: Box): Position => [Math.round((west + east) / 2), Math.round((south + north) / 2)];
