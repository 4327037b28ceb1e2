import type { OnDuty } from '../../server/api/duty.ts';
import { pick, type Language } from '../../ui/language.ts';

export interface Numbered { readonly row: OnDuty; readonly number: number }

/** What the list can be narrowed to: the kinds and roads that stand in it, in the order of the alphabet. */
export const choicesOf = (dossiers: readonly OnDuty[], language: Language): { readonly kinds: readonly string[]; readonly roads: readonly string[] } => {
  const words = (of: (row: OnDuty) => OnDuty['kind']) => [...new Set(dossiers.flatMap((row) => of(row) ?? []).map((text) => pick(text, language)))].toSorted((one, other) => one.localeCompare(other, language));
  return { kinds: words(({ kind }) => kind), roads: words(({ road }) => road) };
};

/** The reports of the chosen kind and road, numbered as they stand in the list and on the map. */
export const numbered = (dossiers: readonly OnDuty[], { kind, road }: { readonly kind: string; readonly road: string }, language: Language): readonly Numbered[] =>
  dossiers
    .filter((row) => (kind === '' || (row.kind !== null && pick(row.kind, language) === kind)) && (road === '' || (row.road !== null && pick(row.road, language) === road)))
    .map((row, index) => ({ row, number: index + 1 }));
