import type { Cell } from '../../forms/table.ts';

const columns = ['code', 'address', 'latitude', 'longitude', 'head', 'members'] as const;
const needed = ['code', 'address', 'latitude', 'longitude'] as const;

/** Households of a spreadsheet as GeoJSON, by the headings in its first line; or the headings that are missing. */
export function householdsIn(cells: readonly (readonly Cell[])[]): { readonly collection: object } | { readonly missing: readonly string[] } {
  const [headings = [], ...lines] = cells;
  const at = new Map(columns.map((name) => [name, headings.findIndex((cell) => String(cell ?? '').trim().toLowerCase() === name)]));
  const missing = needed.filter((name) => at.get(name) === -1);
  if (missing.length > 0) return { missing };
  const value = (line: readonly Cell[], name: (typeof columns)[number]): string => String(line[at.get(name)!] ?? '').trim();
  const number = (said: string): number | string => (/^-?\d+([.,]\d+)?$/.test(said) ? Number(said.replace(',', '.')) : said);
  const features = lines.filter((line) => line.some((cell) => String(cell ?? '').trim() !== '')).map((line) => ({
    type: 'Feature', geometry: { type: 'Point', coordinates: [number(value(line, 'longitude')), number(value(line, 'latitude'))] },
    properties: { code: value(line, 'code'), address: value(line, 'address'), head: value(line, 'head'), members: value(line, 'members') === '' ? null : number(value(line, 'members')) },
  }));
  return { collection: { type: 'FeatureCollection', features } };
}
