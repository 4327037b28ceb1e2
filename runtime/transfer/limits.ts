import type { Clock } from '../../engine/calendar/clock.ts';
import { officeDate } from '../../engine/calendar/office-day.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { TransferReason } from '../../storage/tables/transfers.ts';
import type { Flown, Versions } from './verdict.ts';

/** The limit of the whole that the other version gives a dossier, where it is another; one that was decided for the dossier stays. */
export function otherLimit({ data, submittedAt }: Pick<DossierRow, 'data' | 'submittedAt'>, { former, target }: Pick<Versions, 'former' | 'target'>): string | undefined {
  const [was, now] = [former, target].map(({ timeLimit }) => timeLimit?.(officeDate(submittedAt)));
  return typeof data['timeLimit'] === 'string' || now === was ? undefined : now;
}

/** Days that were promised, to the applicant or to whoever does a step, and that would be others. */
export function ofLimits({ dossier, tasks }: Flown, versions: Versions): readonly TransferReason[] {
  const { former, target, mapping } = versions;
  const clock = dossier.clock as Clock | null;
  const limit = clock === null || clock.endedAt !== null ? undefined : otherLimit(dossier, versions);
  const was = former.timeLimit?.(officeDate(dossier.submittedAt));
  const whole: TransferReason[] = limit === undefined ? [] : [{ code: 'due', element: former.definition.id, from: was ?? '', to: limit, message: `expected the same limit of the whole, but it was ${was} and would be ${limit}` }];
  return [...whole, ...tasks.flatMap(({ node, status }): TransferReason[] => {
    const [was, now] = [former.definition.nodes[node], target.definition.nodes[mapping[node] ?? node]];
    const [from, to] = [was?.step.timeLimit ?? '', now?.step.timeLimit ?? ''];
    return status !== 'open' || was === undefined || now === undefined || from === to ? [] : [{ code: 'limit', element: node, from, to, message: `expected the same limit of ${node}, but it was "${from}" and would be "${to}"` }];
  })];
}
