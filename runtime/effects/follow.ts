import { holdsRole } from '../../storage/tables/role-assignments.ts';
import type { OpenDossier } from '../open-dossier.ts';
import type { Carry } from './effects.ts';
import { drawn, dueOf } from './tasks.ts';

/** Rows go with what they stand for when the dossier goes on under another version; their ids stay. */
export const follow: Carry<'follow'> = async (open, { kind, reference, node }) => {
  const { tx, row: { id: dossierId } } = open;
  switch (kind) {
    case 'task': return followTask(open, reference, node);
    case 'job': return tx.jobs.set({ dossierId, kind: 'connector', reference, status: { in: ['open', 'failed'] } }, { node });
    case 'incident': return tx.incidents.set({ dossierId, incident: reference }, { node });
    case 'subscription':
      await tx.subscriptions.set({ dossierId, subscription: reference }, { node });
      await tx.jobs.set({ dossierId, kind: 'timer', reference, status: { in: ['open', 'failed'] } }, { node });
      open.due = open.due.map((job) => (job.reference === reference ? { ...job, node } : job));
      await tx.incidents.set({ dossierId, incident: -reference }, { node });
  }
};

/** A step's limit is counted anew, from when it was opened, only where it differs; whoever has it in hand keeps it while they may do it. */
async function followTask(open: OpenDossier, token: number, node: string): Promise<void> {
  const { tx, row: { id: dossierId }, now } = open;
  const task = open.tasks.find((one) => one.token === token);
  if (task === undefined) return;
  const as = await drawn(open, node, token, now);
  const sameLimit = as.timeLimit === task.timeLimit && as.unitId === task.unitId;
  const due = as.timeLimit === null ? { dueAt: null, soonAt: null } : sameLimit ? {} : await dueOf(open, as.unitId, task.openedAt, as.timeLimit);
  const kept = task.claimedBy !== null && (as.role === 'applicant' || (await holdsRole(tx, task.claimedBy, as.roles, as.unitId, now)));
  const change = { ...as, ...due, ...(kept ? {} : { claimedBy: null, claimedAt: null }) };
  await tx.tasks.set({ dossierId, id: task.id }, change);
  open.tasks = open.tasks.map((one) => (one === task ? { ...task, ...change } : one));
}
