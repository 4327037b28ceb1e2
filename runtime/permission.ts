import type { TaskRow } from '../storage/tables/tasks.ts';
import { isAmong } from '../storage/tables/role-assignments.ts';
import type { RoleAssignmentRow } from '../storage/tables/role-assignments.ts';
import { Refused } from './answer.ts';
import type { OpenDossier } from './open-dossier.ts';

/** Refuses whoever may not do this step: not their role at this moment (`held` are those they hold), or one who did a step that another must have done. */
export async function mustBeAllowed(open: OpenDossier, task: TaskRow, actor: string, held: readonly RoleAssignmentRow[]): Promise<void> {
  const reason = wrongRole(open, task, actor, held) ?? (await fourEyes(open, task, actor));
  if (reason !== undefined) throw new Refused({ ok: false, refused: 'forbidden', message: reason });
}

function wrongRole({ row, now }: OpenDossier, task: TaskRow, actor: string, held: readonly RoleAssignmentRow[]): string | undefined {
  if (task.role === 'applicant') return actor === row.applicantAccount ? undefined : `expected the applicant to do "${task.name.vi}", but it was someone else`;
  if (isAmong(held, task.roles, task.unitId)) return undefined;
  return `expected someone who is ${task.roles.join(' or ')} in unit ${task.unitId} at ${now}, but ${actor} is not`;
}

/** Read inside the transaction that also writes: two sessions of one person cannot slip past each other. */
async function fourEyes({ tx, row, procedure }: OpenDossier, task: TaskRow, actor: string): Promise<string | undefined> {
  const others = procedure.definition.nodes[task.node]?.step.fourEyes ?? [];
  if (others.length === 0) return undefined;
  const own = await tx.tasks.first({ dossierId: row.id, node: { in: others }, status: 'completed', closedBy: actor });
  return own && `expected another person for "${task.name.vi}" than the one who did "${own.name.vi}" (four eyes), but ${actor} did both`;
}
