import { chance } from '../chance.ts';
import { area, rectangle, type GeoFeature } from './ground.ts';
import { across, along, institutionAt, institutions, type Street } from './streets.ts';

const urban = { use: 'Đất ở tại đô thị (ODT)', useEn: 'Urban residential land' };
const uses = {
  park: { use: 'Đất công viên, cây xanh (DKV)', useEn: 'Park' }, school: { use: 'Đất giáo dục (DGD)', useEn: 'School land' }, market: { use: 'Đất chợ (DCH)', useEn: 'Market' }, industry: { use: 'Đất khu công nghiệp (SKK)', useEn: 'Industrial park' },
} as const;
const widths = [4, 4, 4.5, 5, 5, 5.5, 6, 8];
/** Numbers that came between others when a house was divided. */
const between: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'Đường Mẫu Hai': { '8': '8/3' }, 'Đường Mẫu Bốn': { '5': '5A' } };
const firstSheet = 44;
/** How deep the plots beyond the outermost streets are. */
const edge = 18;

interface Side { readonly street: Street; readonly odd: boolean; readonly column: number; readonly south: number; readonly north: number }

/** Two rows of houses in each quarter, back to back, and one parcel for what is no houses. Parcels are numbered sheet by sheet, a sheet for each column of quarters. */
export function parcels(seed: number): readonly GeoFeature[] {
  const next = chance(seed);
  const numbers = new Map<string, number>();
  const last = new Map<number, number>();
  const named = (column: number) => {
    last.set(column, (last.get(column) ?? 0) + 1);
    return { sheet: String(firstSheet + column), parcel: String(last.get(column)) };
  };
  const houses = (side: Side): GeoFeature[] => {
    const [west, east] = [along[side.column]!, along[side.column + 1]!];
    const [from, until] = [west.at + west.present / 2 + 1, east.at - east.present / 2 - 1];
    const found: GeoFeature[] = [];
    let asked: string | undefined;
    for (let x = from; until - x >= 4;) {
      const wide = Math.min(widths[Math.floor(next() * widths.length)]!, until - x < 9 ? until - x : until - x - 4);
      const counted = `${side.street.name} ${String(side.odd)}`;
      const number = asked ?? String((numbers.get(counted) ?? (side.odd ? -1 : 0)) + 2);
      if (asked === undefined) numbers.set(counted, Number(number));
      asked = between[side.street.name]?.[number];
      const size = Math.round(wide * (side.north - side.south) * 10) / 10;
      found.push(area({ ...named(side.column), houseNo: number, street: side.street.name, area: size, ...urban }, rectangle(x, side.south, x + wide, side.north)));
      x += wide;
    }
    return found;
  };
  const all: GeoFeature[] = [];
  const [first, final] = [across[0]!, across.at(-1)!];
  for (let column = 0; column + 1 < along.length; column += 1) {
    all.push(...houses({ street: first, odd: false, column, south: first.at - first.present / 2 - edge, north: first.at - first.present / 2 }));
    if (institutionAt({ row: across.length - 2, column })?.kind !== 'industry') all.push(...houses({ street: final, odd: true, column, south: final.at + final.present / 2, north: final.at + final.present / 2 + edge }));
  }
  for (let row = 0; row + 1 < across.length; row += 1) {
    const [lower, upper] = [across[row]!, across[row + 1]!];
    const [south, north] = [lower.at + lower.present / 2, upper.at - upper.present / 2];
    const middle = (south + north) / 2;
    for (let column = 0; column + 1 < along.length; column += 1) {
      if (institutionAt({ row, column }) !== undefined) continue;
      all.push(...houses({ street: lower, odd: true, column, south, north: middle }), ...houses({ street: upper, odd: false, column, south: middle, north }));
    }
  }
  for (const { row, column, rows, kind } of institutions) {
    const [west, east, south, north] = [along[column]!, along[column + 1]!, across[row]!, across[row + rows]!];
    const [x, y, right, top] = [west.at + west.present / 2, south.at + south.present / 2, east.at - east.present / 2, north.at - north.present / 2];
    all.push(area({ ...named(column), street: south.name, area: Math.round((right - x) * (top - y)), ...uses[kind] }, rectangle(x, y, right, top)));
  }
  return all;
}
