import { obstacles } from '../../engine/migrate.ts';
import type { Step } from '../../engine/step.ts';
import { transition } from '../../engine/transition.ts';
import type { Transaction } from '../../storage/store.ts';
import { stateOf } from '../../storage/tables/dossiers.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { TransferReason } from '../../storage/tables/transfers.ts';
import type { RunnableProcedure } from '../procedure.ts';
import { rolesOf } from '../roles-of.ts';

/** `safe`: goes by itself. `clerk`: somebody of the office must look first. `citizen`: the applicant has something to say or to give by the new form. `cannot`: not as it stands now. */
export interface TransferVerdict {
  readonly verdict: 'safe' | 'clerk' | 'citizen' | 'cannot';
  /** Whether the engine would take it over: a clerk may then let it go as it is. */
  readonly able: boolean;
  readonly reasons: readonly TransferReason[];
}

export interface Versions {
  readonly former: RunnableProcedure;
  readonly target: RunnableProcedure;
  readonly mapping: Readonly<Record<string, string>>;
}

/** Whether a dossier may go on under another version, and what a person should know before. Reads only. */
export async function transferVerdict(tx: Transaction, row: DossierRow, { former, target, mapping }: Versions, now: string): Promise<TransferVerdict> {
  const state = stateOf(row);
  const found: readonly TransferReason[] = obstacles({ former: former.definition, definition: target.definition, mapping }, state);
  if (found.length > 0) return { verdict: found.some(({ code }) => code !== 'gone') ? 'cannot' : 'clerk', able: false, reasons: found };
  const step = transition(former.definition, state, { type: 'migrate', at: now, by: 'system', from: former.hash, to: target.hash, mapping, reason: 'dry run' }, { ...former.environment, version: () => target });
  if ('rejected' in step) return { verdict: 'clerk', able: false, reasons: [{ code: 'data', element: step.element ?? former.definition.id, message: step.message }] };
  const reasons = [...ofIncidents(step), ...ofApplication(row, target), ...(await ofTasksInHand(tx, row, { former, target, mapping }))];
  return { verdict: reasons.some(({ code }) => code === 'application') ? 'citizen' : reasons.length > 0 ? 'clerk' : 'safe', able: true, reasons };
}

/** What would stop at once under the new version, such as a join that waits for a branch that was not there. */
function ofIncidents({ effects }: Step): TransferReason[] {
  return effects.flatMap((effect): TransferReason[] => (effect.type === 'incident.raise' ? [{ code: 'incident', element: effect.node, message: effect.message }] : []));
}

/** An application that was right by the former form may lack what the new one asks for. */
function ofApplication({ data }: DossierRow, target: RunnableProcedure): TransferReason[] {
  const faults = target.check?.('application', data['application'] ?? {}, data) ?? [];
  return faults.slice(0, 5).map(({ path, message, messageVi }) => ({ code: 'application', element: path, message, ...(messageVi !== undefined && { messageVi }) }));
}

/** Someone is in the middle of a step whose form or role is another one afterwards. */
async function ofTasksInHand(tx: Transaction, { id }: DossierRow, { former, target, mapping }: Versions): Promise<TransferReason[]> {
  const inHand = await tx.tasks.find({ dossierId: id, status: 'open', claimedBy: { not: null } });
  return inHand.flatMap((task): TransferReason[] => {
    const was = former.definition.nodes[task.node]?.step;
    const now = target.definition.nodes[mapping[task.node] ?? task.node]?.step;
    if (task.claimedBy === null || (was?.form === now?.form && String(was && rolesOf(was)) === String(now && rolesOf(now)))) return [];
    return [{ code: 'in-hand', element: task.node, message: `expected nobody to have "${task.name.vi}" in hand, because its form or role changes, but ${task.claimedBy} has` }];
  });
}
