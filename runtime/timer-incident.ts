import type { JobRow } from '../storage/tables/jobs.ts';
import type { OpenDossier } from './open-dossier.ts';

/** A timer has no token that could stand still, so its incident is not the engine's: its number is below zero. */
export async function timerIncident(open: OpenDossier, job: Pick<JobRow, 'reference' | 'node' | 'unitId'>, code: string, message: string): Promise<void> {
  const incident = -job.reference;
  const fault = { code, message, raisedAt: open.now, resolvedAt: null, resolvedBy: null };
  const added = await open.tx.incidents.insertIfAbsent({ dossierId: open.row.id, incident, token: 0, node: job.node, unitId: job.unitId, ...fault });
  if (!added) await open.tx.incidents.update({ dossierId: open.row.id, incident }, fault);
}
