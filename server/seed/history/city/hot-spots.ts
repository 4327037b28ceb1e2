import { placed, type Spot } from '../../ward-map/ground.ts';
import { across, along } from '../../ward-map/streets.ts';
import { streetsOf, type Neighbour } from './neighbours.ts';

/** Where people report the same thing again and again: around `at`, within so many metres. `kind` as the report's form has it. */
export interface HotSpot { readonly at: Spot; readonly reach: number; readonly kind: string; readonly title: string; readonly words: string; readonly weight: number }

/** How many of the reports of a kind that has such places are of one of them. */
const clustered = 0.8;
const pavement = { kind: 'trat_tu', reach: 22 } as const;

/** In the ward of the stories: its market, its school, its park, and the corner where the avenue is crossed most. */
export const ownHotSpots: readonly HotSpot[] = [
  { ...pavement, at: [80, across[3]!.at], title: 'Bán hàng lấn chiếm vỉa hè trước chợ', words: `Trước cổng chợ Mẫu, ${across[3]!.name}`, weight: 5 },
  { ...pavement, at: [400, across[2]!.at], title: 'Xe máy đậu kín vỉa hè trước cổng trường', words: `Cổng trường Mẫu, ${across[2]!.name}, giờ tan học`, weight: 3 },
  { ...pavement, at: [240, across[6]!.at], title: 'Bàn ghế quán ăn lấn hết vỉa hè cạnh công viên', words: `Cạnh công viên Mẫu, ${across[6]!.name}`, weight: 2 },
  { ...pavement, at: [along[3]!.at, across[5]!.at], title: 'Xe đẩy, bảng quảng cáo chắn lối đi ở ngã tư', words: `Ngã tư ${across[5]!.name} và ${along[3]!.name}`, weight: 2 },
];

/** In a ward beside it: the market, and the gate of the school. */
export function hotSpotsOf(neighbour: Neighbour): readonly HotSpot[] {
  const [x, y] = neighbour.corner;
  const { across: [, second, third], along: [, market, school] } = streetsOf(neighbour);
  return [
    { ...pavement, at: [x + 200, y + 120], title: 'Bán hàng lấn chiếm lòng đường quanh chợ', words: `Chợ ${neighbour.flower} Mẫu, góc ${second!.name} và ${market!.name}`, weight: 4 },
    { ...pavement, at: [x + 400, y + 240], title: 'Xe đậu chắn vỉa hè trước cổng trường', words: `Cổng trường ${neighbour.flower} Mẫu, góc ${third!.name} và ${school!.name}`, weight: 1 },
  ];
}

/** Where a report of a kind is: at one of the places that have most of them, or anywhere, which is undefined. */
export function spotFor(spots: readonly HotSpot[], kind: string, next: () => number): { readonly title: string; readonly words: string; readonly longitude: number; readonly latitude: number } | undefined {
  const fit = spots.filter((one) => one.kind === kind);
  const [is, which, aside, ahead] = [next(), next(), next() + next() - 1, next() + next() - 1];
  if (fit.length === 0 || is > clustered) return undefined;
  const all = fit.reduce((sum, { weight }) => sum + weight, 0);
  let left = which * all;
  const { at: [x, y], reach, title, words } = fit.find(({ weight }) => (left -= weight) < 0) ?? fit[0]!;
  const [longitude, latitude] = placed([x + aside * reach, y + ahead * reach]);
  return { title, words, longitude, latitude };
}
