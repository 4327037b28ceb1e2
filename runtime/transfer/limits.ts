import type { Clock } from '../../engine/calendar/clock.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { TransferReason } from '../../storage/tables/transfers.ts';
import type { Flown, Versions } from './verdict.ts';

/** The limit of the whole that the other version gives a dossier, where it is another; one that was decided for the dossier stays. */
export function otherLimit({ data }: Pick<DossierRow, 'data'>, { former, target }: Pick<Versions, 'former' | 'target'>): string | undefined {
  return typeof data['timeLimit'] === 'string' || target.timeLimit === former.timeLimit ? undefined : target.timeLimit;
}

/** Days that were promised, to the applicant or to whoever does a step, and that would be others. */
export function ofLimits({ dossier, tasks }: Flown, versions: Versions): readonly TransferReason[] {
  const { former, target, mapping } = versions;
  const clock = dossier.clock as Clock | null;
  const limit = clock === null || clock.endedAt !== null ? undefined : otherLimit(dossier, versions);
  const whole: TransferReason[] = limit === undefined ? [] : [{ code: 'due', element: former.definition.id, from: former.timeLimit ?? '', to: limit, message: `expected the same limit of the whole, but it was ${former.timeLimit} and would be ${limit}` }];
  return [...whole, ...tasks.flatMap(({ node, status }): TransferReason[] => {
    const [was, now] = [former.definition.nodes[node], target.definition.nodes[mapping[node] ?? node]];
    const [from, to] = [was?.step.timeLimit ?? '', now?.step.timeLimit ?? ''];
    return status !== 'open' || was === undefined || now === undefined || from === to ? [] : [{ code: 'limit', element: node, from, to, message: `expected the same limit of ${node}, but it was "${from}" and would be "${to}"` }];
  })];
}
