import { evaluate } from '../engine/expression/feel.ts';
import type { Data } from '../engine/state.ts';
import { stepUnit } from '../engine/step-unit.ts';
import { logOf } from './log-kept.ts';
import { nearestUnit } from './nearest-unit.ts';
import type { OpenDossier } from './open-dossier.ts';

/**
 * Whose people a step is for, as it says: the competent unit (default), the receiving one, the one of a kind that stands nearest to the
 * competent one, or the one whose id an expression gives. When there is none, the competent unit has the step, because nobody else may
 * read the dossier.
 */
export async function unitOf({ row, tx, world }: OpenDossier, said: string | undefined, seen: Data, at: string): Promise<string> {
  const meant = stepUnit(said);
  if (meant === 'competent') return row.unitId;
  if (meant === 'receiving') return row.receivingUnitId;
  const found = 'kind' in meant ? await nearestTo(tx, row.unitId, meant.kind, at) : await known(tx, evaluate(meant.expression, seen, at));
  if (found !== undefined) return found;
  logOf(world, tx)('warn', 'step.unit-unknown', { dossier: row.id, expression: said ?? '' });
  return row.unitId;
}

type Tx = OpenDossier['tx'];

async function nearestTo(tx: Tx, id: string, kind: string, at: string): Promise<string | undefined> {
  const from = await tx.units.first({ id });
  return from && (await nearestUnit(tx, from, kind, at))?.id;
}

async function known(tx: Tx, result: ReturnType<typeof evaluate>): Promise<string | undefined> {
  const id = 'value' in result && typeof result.value === 'string' ? result.value : undefined;
  return id !== undefined && (await tx.units.count({ id })) === 1 ? id : undefined;
}
