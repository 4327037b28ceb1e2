import type { Json } from '../engine/state.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';

/** What the house knows of a dossier, as models read it under `dossier`. */
export function dossierFacts({ id, code, unitId, receivingUnitId, submittedAt, acceptedAt, dueAt, pausedAt, state }: DossierRow): { readonly [name: string]: Json } {
  return { id, code, unit: unitId, receivingUnit: receivingUnitId, submittedAt, acceptedAt, dueAt, paused: pausedAt !== null, state };
}
