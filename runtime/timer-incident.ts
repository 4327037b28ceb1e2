import type { Transaction } from '../storage/store.ts';
import type { JobRow } from '../storage/tables/jobs.ts';

/** A timer has no token that could stand still, so its incident is not the engine's: its number is below zero. */
export async function timerIncident(
  tx: Transaction, now: string, job: Pick<JobRow, 'dossierId' | 'reference' | 'node' | 'unitId'>, code: string, message: string,
): Promise<void> {
  const which = { dossierId: job.dossierId, incident: -job.reference };
  const fault = { code, message, raisedAt: now, resolvedAt: null, resolvedBy: null };
  const added = await tx.incidents.insertIfAbsent({ ...which, token: 0, node: job.node, unitId: job.unitId, ...fault });
  if (!added) await tx.incidents.update(which, fault);
}
