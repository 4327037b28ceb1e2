import type { Cell } from '../../forms/table.ts';
import type { PersonList } from '../../server/api/area.ts';

const columns = ['household', 'name', 'birth', 'relation'] as const;
const needed = ['household', 'name'] as const;

/** Persons of a spreadsheet, by the headings in its first line; or the headings that are missing. Days as people write them, or a year. */
export function personsIn(cells: readonly (readonly Cell[])[]): Pick<PersonList, 'persons'> | { readonly missing: readonly string[] } {
  const [headings = [], ...lines] = cells;
  const at = new Map(columns.map((name) => [name, headings.findIndex((cell) => String(cell ?? '').trim().toLowerCase() === name)]));
  const missing = needed.filter((name) => at.get(name) === -1);
  if (missing.length > 0) return { missing };
  const value = (line: readonly Cell[], name: (typeof columns)[number]): string => String(line[at.get(name)!] ?? '').trim();
  const filled = lines.filter((line) => line.some((cell) => String(cell ?? '').trim() !== ''));
  return { persons: filled.map((line) => ({ household: value(line, 'household'), name: value(line, 'name'), birth: birthOf(value(line, 'birth')), relation: value(line, 'relation') || null })) };
}

/** `03/02/2019`, `3.2.2019` or `2019-02-03` as a day, `1985` as a year; what is neither stays as it is, for the office's register to refuse. */
export function birthOf(said: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(said) ?? [];
  return said === '' ? null : year === '' ? said.slice(0, 10) : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
