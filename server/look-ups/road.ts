import type { Data, Json } from '../../engine/state.ts';
import { fold } from '../../forms/fold.ts';
import { dayOf } from '../../forms/today.ts';
import type { Transaction } from '../../storage/store.ts';
import { featureOf, type Feature } from '../planning/features.ts';
import { degrees, plane, runsOf, type Position } from '../planning/geometry.ts';
import { layersInForce, ofKind } from '../planning/in-force.ts';

type Spot = readonly [number, number];

/** Where a road lies, as the maps in force have it: all of it, or the part between two others. What the maps do not know is not guessed. */
export async function road(tx: Transaction, { road: name, from, to }: Data, at: string): Promise<Data | undefined> {
  const day = dayOf(at);
  const asked = await roadNamed(tx, name, day);
  if (asked === undefined) return undefined;
  const [one, other] = [await roadNamed(tx, from, day), await roadNamed(tx, to, day)];
  const line = between(longestOf(asked), one && longestOf(one), other && longestOf(other));
  const { layer, properties } = asked;
  const words = { vi: said('vi', asked, one, other), en: said('en', asked, one, other) };
  return {
    found: true, day, name: { vi: properties.name, en: properties.nameEn ?? properties.name }, place: words, said: words,
    geometry: { type: 'LineString', coordinates: line.map(([x, y]) => [degrees(x), degrees(y)]) },
    sources: [{ title: layer.title, version: layer.version, source: layer.source, sourceDate: layer.sourceDate, sample: layer.sample }],
  };
}

/** The roads of the maps in force, as a list to choose from. */
export async function roadsAt(tx: Transaction, at: string): Promise<readonly { readonly value: string; readonly label: { readonly vi: string; readonly en: string } }[]> {
  const layers = ofKind(await layersInForce(tx, dayOf(at)), 'road');
  const rows = layers.length === 0 ? [] : await tx.planFeatures.find({ layerId: { in: layers.map(({ id }) => id) } }, { order: [['street', 'asc'], ['place', 'asc']], limit: 5000 });
  const byName = new Map(rows.map((row) => row.properties as { readonly name: string; readonly nameEn?: string }).map(({ name, nameEn = name }) => [name, { vi: name, en: nameEn }]));
  return [...byName].map(([value, label]) => ({ value, label }));
}

async function roadNamed(tx: Transaction, name: Json | undefined, day: string): Promise<Feature<'road'> | undefined> {
  if (typeof name !== 'string' || name === '') return undefined;
  const layers = ofKind(await layersInForce(tx, day), 'road');
  const row = layers.length === 0 ? undefined : await tx.planFeatures.first({ layerId: { in: layers.map(({ id }) => id) }, street: fold(name) }, { order: [['layerId', 'asc'], ['place', 'asc']] });
  const layer = row && layers.find(({ id }) => id === row.layerId);
  return row && layer && featureOf<'road'>(layer, row);
}

const longestOf = ({ geometry }: Feature<'road'>): readonly Position[] => runsOf(geometry).reduce((best, run) => (run.length > best.length ? run : best), []);

function said(language: 'vi' | 'en', road: Feature<'road'>, from: Feature<'road'> | undefined, to: Feature<'road'> | undefined): string {
  const nameOf = ({ properties: { name, nameEn } }: Feature<'road'>): string => (language === 'en' ? (nameEn ?? name) : name);
  const ends = [from, to].filter((end) => end !== undefined).map(nameOf);
  if (ends.length === 0) return nameOf(road);
  if (language === 'vi') return ends.length === 1 ? `${nameOf(road)}, gần ${ends[0]}` : `${nameOf(road)}, đoạn từ ${ends[0]} đến ${ends[1]}`;
  return ends.length === 1 ? `${nameOf(road)}, near ${ends[0]}` : `${nameOf(road)}, from ${ends[0]} to ${ends[1]}`;
}

/** How many metres of a road are shown around the one road that was named beside it. */
const nearby = 100;

/** The part of a line between where two others come nearest to it; around the one where there is only one, all of it without. */
function between(line: readonly Position[], from: readonly Position[] | undefined, to: readonly Position[] | undefined): readonly Position[] {
  const flat = plane(line[0]!);
  const spots = line.map(flat);
  const [one, other] = [from, to].flatMap((end) => (end === undefined ? [] : [nearest(spots, end.map(flat))]));
  if (one === undefined) return line;
  const [begin, end] = other === undefined ? [one - nearby, one + nearby] : [Math.min(one, other), Math.max(one, other)];
  return end - begin < 1 ? line : cut(line, spots, begin, end);
}

const away = ([ax, ay]: Spot, [bx, by]: Spot): number => Math.hypot(bx - ax, by - ay);

/** How far along a line, in metres, it comes nearest to another. */
function nearest(spots: readonly Spot[], other: readonly Spot[]): number {
  let best = { gap: Infinity, along: 0 };
  let along = 0;
  for (const [index, a] of spots.slice(0, -1).entries()) {
    const b = spots[index + 1]!;
    const steps = Math.max(1, Math.ceil(away(a, b)));
    for (let step = 0; step <= steps; step += 1) {
      const part = step / steps;
      const gap = gapTo([a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part], other);
      if (gap < best.gap) best = { gap, along: along + away(a, b) * part };
    }
    along += away(a, b);
  }
  return best.along;
}

/** Metres from a spot to a line. */
function gapTo(spot: Spot, line: readonly Spot[]): number {
  return line.slice(0, -1).reduce((least, a, index) => {
    const b = line[index + 1]!;
    const long = away(a, b) ** 2;
    const part = long === 0 ? 0 : Math.max(0, Math.min(1, ((spot[0] - a[0]) * (b[0] - a[0]) + (spot[1] - a[1]) * (b[1] - a[1])) / long));
    return Math.min(least, away(spot, [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]));
  }, Infinity);
}

function cut(line: readonly Position[], spots: readonly Spot[], begin: number, end: number): readonly Position[] {
  const kept: Position[] = [];
  let along = 0;
  for (const [index, a] of spots.slice(0, -1).entries()) {
    const long = away(a, spots[index + 1]!);
    const at = (metres: number): Position => {
      const part = long === 0 ? 0 : (metres - along) / long;
      const [from, to] = [line[index]!, line[index + 1]!];
      return [Math.round(from[0] + (to[0] - from[0]) * part), Math.round(from[1] + (to[1] - from[1]) * part)];
    };
    const [first, last] = [Math.max(begin, along), Math.min(end, along + long)];
    if (first < last) kept.push(...(kept.length === 0 ? [at(first)] : []), at(last));
    along += long;
  }
  return kept;
}
