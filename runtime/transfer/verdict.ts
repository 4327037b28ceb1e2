import { obstacles } from '../../engine/migrate.ts';
import type { Step } from '../../engine/step.ts';
import { transition } from '../../engine/transition.ts';
import type { Transaction } from '../../storage/store.ts';
import { stateOf } from '../../storage/tables/dossiers.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { TransferReason } from '../../storage/tables/transfers.ts';
import { factsLacking } from '../facts-kept.ts';
import type { RunnableProcedure } from '../procedure.ts';
import { rolesOf } from '../roles-of.ts';
import { asksAlike, ofApplication, ofStepsDone } from './asked.ts';
import { ofLimits } from './limits.ts';

/** What a reason asks for. `clerk`: somebody of the office must look first. `citizen`: the applicant has something to say or to give by the new form. `cannot`: not as it stands now. */
export type Need = 'clerk' | 'citizen' | 'cannot';

export interface TransferVerdict {
  /** What its gravest reason asks for. `safe`: there is none, it goes by itself. */
  readonly verdict: 'safe' | Need;
  /** Whether the engine would take it over: a clerk may then let it go as it is. */
  readonly able: boolean;
  readonly reasons: readonly TransferReason[];
}

export interface Versions {
  readonly former: RunnableProcedure;
  readonly target: RunnableProcedure;
  readonly mapping: Readonly<Record<string, string>>;
}

/** All that a verdict looks at: where a dossier stands, what it holds, and its steps that are open or were done. */
export interface Flown {
  readonly dossier: Pick<DossierRow, 'progress' | 'data' | 'clock' | 'submittedAt' | 'channel'>;
  readonly tasks: readonly Pick<TaskRow, 'node' | 'name' | 'status' | 'claimedBy'>[];
}

const needs: Readonly<Record<string, Need>> = { gone: 'clerk', data: 'clerk', incident: 'clerk', 'in-hand': 'clerk', answered: 'clerk', limit: 'clerk', due: 'clerk', application: 'citizen' };
const gravest: readonly Need[] = ['cannot', 'citizen', 'clerk'];

export const needOf = ({ code }: Pick<TransferReason, 'code'>): Need => needs[code] ?? 'cannot';
export const gravity = (verdict: TransferVerdict['verdict']): number => (verdict === 'safe' ? gravest.length : gravest.indexOf(verdict));

/** Whether a dossier may go on under another version, and what a person should know before. Reads only. */
export async function transferVerdict(tx: Transaction, row: DossierRow, versions: Versions, now: string): Promise<TransferVerdict> {
  return verdictOn({ dossier: row, tasks: await tx.tasks.find({ dossierId: row.id, status: { in: ['open', 'completed'] } }) }, versions, now);
}

/** The same of what was read. Pure: the versions' own checks are asked, nothing else. */
export function verdictOn(flown: Flown, versions: Versions, now: string): TransferVerdict {
  const { dossier } = flown;
  // What the version reads and the dossier lacks is filled in on the way (facts-kept.ts): its not being there yet holds nothing up.
  const state = stateOf({ ...dossier, data: { ...dossier.data, ...factsLacking(dossier, versions.target) } });
  const kept: readonly TransferReason[] = obstacles({ former: versions.former.definition, definition: versions.target.definition, mapping: versions.mapping }, state);
  const stopped = kept.length > 0 ? kept : ofEngine(state, versions, now);
  const reasons = [...stopped, ...ofApplication(flown, versions), ...ofStepsDone(flown, versions), ...ofTasksInHand(flown, versions), ...ofLimits(flown, versions)];
  const verdict = gravest.find((need) => reasons.some((reason) => needOf(reason) === need)) ?? 'safe';
  return { verdict, able: !stopped.some(({ code }) => code !== 'incident'), reasons };
}

/** What the engine says when it is asked to go over, and what would stop at once under the new version, such as a join that waits for a branch that was not there. */
function ofEngine(state: ReturnType<typeof stateOf>, { former, target, mapping }: Versions, now: string): readonly TransferReason[] {
  const step = transition(former.definition, state, { type: 'migrate', at: now, by: 'system', from: former.hash, to: target.hash, mapping, reason: 'dry run' }, { ...former.environment, version: () => target });
  if ('rejected' in step) return [{ code: 'data', element: step.element ?? former.definition.id, message: step.message }];
  return step.effects.flatMap((effect: Step['effects'][number]): TransferReason[] => (effect.type === 'incident.raise' ? [{ code: 'incident', element: effect.node, message: effect.message }] : []));
}

/** Someone is in the middle of a step that asks otherwise, or is another role's, afterwards. */
function ofTasksInHand({ tasks }: Flown, { former, target, mapping }: Versions): readonly TransferReason[] {
  return tasks.flatMap((task): TransferReason[] => {
    if (task.status !== 'open' || task.claimedBy === null) return [];
    const was = former.definition.nodes[task.node]?.step;
    const now = target.definition.nodes[mapping[task.node] ?? task.node]?.step;
    if (was === undefined || now === undefined) return [];
    if (was.form === now.form && asksAlike(former, target, was.form) && String(rolesOf(was)) === String(rolesOf(now))) return [];
    return [{ code: 'in-hand', element: task.node, message: `expected nobody to have "${task.name.vi}" in hand, because its form or role changes, but ${task.claimedBy} has` }];
  });
}
