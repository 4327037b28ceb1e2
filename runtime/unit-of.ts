import { evaluate } from '../engine/expression/feel.ts';
import type { Data } from '../engine/state.ts';
import type { OpenDossier } from './open-dossier.ts';

/**
 * Whose people a step is for: `competent` (default), `receiving`, or an expression that gives the id of a unit.
 * When it gives none, the competent unit has the step, because nobody else may read the dossier.
 */
export async function unitOf(open: OpenDossier, unit: string | undefined, seen: Data, at: string): Promise<string> {
  if (unit === undefined || unit === 'competent') return open.row.unitId;
  if (unit === 'receiving') return open.row.receivingUnitId;
  const result = evaluate(unit.replace(/^\s*=/, ''), seen, at);
  const id = 'value' in result && typeof result.value === 'string' ? result.value : undefined;
  if (id !== undefined && (await open.tx.units.count({ id })) === 1) return id;
  open.world.log('warn', 'step.unit-unknown', { dossier: open.row.id, expression: unit });
  return open.row.unitId;
}
