import { caughtErrors } from '../../engine/caught.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { JobRow } from '../../storage/tables/jobs.ts';
import type { OutsideJob } from '../api/outside-work.ts';
import type { UnitName } from '../api/shape.ts';
import type { Package } from '../library/package.ts';
import { programIn } from '../session/programs.ts';
import { stepName } from './step-name.ts';

/** Work for a program outside as those see it who look after it: who has it, or when it is given out. */
export function outsideJobView(job: JobRow, { dossier, pack, unit, mayRead, at }: { readonly dossier: DossierRow; readonly pack: Package; readonly unit: UnitName; readonly mayRead: boolean; readonly at: string }): OutsideJob {
  const node = pack.definition.nodes[job.node];
  return {
    id: job.id, dossier: dossier.id, dossierCode: dossier.code, procedure: { key: pack.procedure.key, name: pack.procedure.shortName }, unit, mayRead,
    node: job.node, step: node === undefined ? { vi: job.node, en: job.node } : stepName(node), topic: job.connector ?? '',
    since: job.createdAt, standing: standingOf(job, at), program: programIn(job.leasedBy ?? '') ?? null, until: job.runAt,
    attempts: job.attempts, error: job.error?.slice(0, 500) ?? null,
    errors: node === undefined ? { codes: [], any: false } : caughtErrors(pack.definition, node.id),
  };
}

function standingOf({ leasedBy, runAt }: JobRow, at: string): OutsideJob['standing'] {
  if (leasedBy !== null) return runAt > at ? 'held' : 'silent';
  return runAt > at ? 'again' : 'waiting';
}
