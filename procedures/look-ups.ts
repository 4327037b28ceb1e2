import { evaluate } from '../engine/expression/feel.ts';
import type { Data, Json } from '../engine/state.ts';
import type { LoadedProcedure } from './loaded.ts';

/**
 * What the house can look up for an application before it is filed (`server/look-ups`): what each is asked with, and what is kept
 * where nothing was found. The answer stands as `lookUps.<name>` in the dossier's data, with its sources and their days.
 */
export const lookUpKinds = {
  planning: {
    inputs: ['sheet', 'parcels', 'address', 'latitude', 'longitude'],
    nothing: {
      found: false, day: null, parcels: [], zones: [], managedBy: [], roads: [], works: [], sources: [],
      said: { vi: 'Không tìm thấy đất này trên bản đồ quy hoạch.', en: 'This land was not found on the maps of planning.' },
    },
  },
  road: {
    inputs: ['road', 'from', 'to'],
    nothing: {
      found: false, day: null, name: null, place: null, geometry: null, sources: [],
      said: { vi: 'Bản đồ không có đường này.', en: 'The maps do not have this road.' },
    },
  },
} as const satisfies Readonly<Record<string, { readonly inputs: readonly string[]; readonly nothing: Data }>>;
export type LookUpKind = keyof typeof lookUpKinds;

/** What each look-up of a procedure is asked with, from the answers as they stand; what is not answered yet is left out. */
export function lookUpInputs({ procedure }: Pick<LoadedProcedure, 'procedure'>, application: Data, at: string): readonly { readonly name: string; readonly kind: LookUpKind; readonly inputs: Data }[] {
  return (procedure.lookUps ?? []).map(({ name, kind, inputs }) => ({
    name, kind,
    inputs: Object.fromEntries(Object.entries(inputs).flatMap(([input, text]): [string, Json][] => {
      const result = evaluate(text, application, at);
      return 'value' in result && result.value !== null ? [[input, result.value]] : [];
    })),
  }));
}

/** As if nothing was found: where no house is asked, in scenarios, but for what the scenario says. */
export const withoutLookUps = ({ procedure }: Pick<LoadedProcedure, 'procedure'>, given: Readonly<Record<string, unknown>> = {}): Data =>
  Object.fromEntries((procedure.lookUps ?? []).map(({ name, kind }) => [name, { ...lookUpKinds[kind].nothing, ...(given[name] as Data | undefined) }]));
