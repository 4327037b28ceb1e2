import type { WorklistQuery } from '../../server/api/task.ts';

/** What a worklist shows: kept in the address, so that a bookmark is a saved view. */
export type Filters = Omit<WorklistQuery, 'limit'>;

const scopes = ['mine', 'team', 'all'] as const;
const dues = ['late', 'today', 'soon', 'paused'] as const;
const sorts = ['due', 'opened', 'submitted'] as const;

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | undefined => known.find((one) => one === value);

/** Reads an address; what is unknown or out of range is left out. */
export function filtersOf(search: URLSearchParams): Filters {
  const scope = oneOf(scopes, search.get('scope'));
  const due = oneOf(dues, search.get('due'));
  const sort = oneOf(sorts, search.get('sort'));
  const state = Number(search.get('state'));
  const text = (name: 'procedure' | 'node' | 'q' | 'cursor') => search.get(name)?.normalize('NFC').trim() || undefined;
  const [procedure, node, q, cursor] = [text('procedure'), text('node'), text('q')?.slice(0, 100), text('cursor')];
  return {
    ...(scope && { scope }), ...(due && { due }), ...(sort && { sort }),
    ...(Number.isInteger(state) && state >= 1 && state <= 10 && { state }),
    ...(procedure && { procedure }), ...(node && { node }), ...(q && { q }), ...(cursor && { cursor }),
  };
}

/** The filters with one changed; `undefined` takes it away. A new choice begins at the first page again. */
export function withFilter<K extends keyof Filters>(filters: Filters, name: K, value: Filters[K] | undefined): Filters {
  const { [name]: _, cursor: __, ...rest } = filters;
  return { ...rest, ...(value !== undefined && value !== '' && { [name]: value }) } as Filters;
}

/** Writes the address, shortest form first: what is usual is not said. */
export function searchOf(filters: Filters): string {
  const said = Object.entries(filters).filter(([name, value]) => value !== undefined && !(name === 'scope' && value === 'team') && !(name === 'sort' && value === 'due'));
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
}

/** True when the list may be short because something was filtered out. */
export const isNarrowed = ({ due, procedure, node, state, q }: Filters): boolean => [due, procedure, node, state, q].some((value) => value !== undefined);
