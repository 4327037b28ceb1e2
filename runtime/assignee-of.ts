import { evaluate } from '../engine/expression/feel.ts';
import type { Data } from '../engine/state.ts';
import type { TaskRow } from '../storage/tables/tasks.ts';
import { holdsRole } from '../storage/tables/role-assignments.ts';
import { logOf } from './log-kept.ts';
import type { OpenDossier } from './open-dossier.ts';

/**
 * Who has a step in hand from the moment it opens: the account that the step's expression gives. When it gives none, or
 * someone who holds none of its roles in the unit at that time, the step is anybody's of those roles, so that it never waits for nobody.
 */
export async function assigneeOf(open: OpenDossier, assignee: string | undefined, seen: Data, { roles, unitId }: Pick<TaskRow, 'roles' | 'unitId'>, at: string): Promise<string | null> {
  if (assignee === undefined) return null;
  const result = evaluate(assignee.replace(/^\s*=/, ''), seen, at);
  const account = 'value' in result && typeof result.value === 'string' ? result.value : null;
  if (account === null) return null;
  if (await holdsRole(open.tx, account, roles, unitId, at)) return account;
  logOf(open.world, open.tx)('warn', 'step.assignee-unfit', { dossier: open.row.id, expression: assignee });
  return null;
}
