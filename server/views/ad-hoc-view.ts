import type { Definition, StepProperties } from '../../engine/definition.ts';
import { evaluate } from '../../engine/expression/feel.ts';
import { holdsAdHoc, isNeverEnough } from '../../engine/open-ad-hoc.ts';
import { seenBy } from '../../engine/seen.ts';
import type { Data } from '../../engine/state.ts';
import { rolesOf } from '../../runtime/roles-of.ts';
import { stateOf, type DossierRow } from '../../storage/tables/dossiers.ts';
import type { Actor } from '../access/actor.ts';
import type { DeskDossier } from '../api/desk.ts';
import { stepName } from './step-name.ts';

/** Open ad-hoc sub-processes with the steps that people begin in them. The runtime has the last word on who may. */
export function adHocView(definition: Definition, dossier: DossierRow, actor: Actor, now: string): DeskDossier['adHoc'] {
  const { progress, status } = dossier;
  if (status !== 'active') return [];
  const { nodes } = definition;
  const open = progress.tokens.filter((token) => holdsAdHoc(definition, progress.scopes, token));
  return open.flatMap(({ id, at, own }) => {
    const node = nodes[at];
    if (node?.kind !== 'adHocSubProcess') return [];
    const isOne = open.filter((other) => other.at === at).length === 1;
    const turn = own?.['loopCounter'];
    const steps = node.starts.flatMap((id) => nodes[id] ?? []);
    return [{ node: at, token: id, turn: isOne || typeof turn !== 'number' ? null : turn, name: stepName(node), mine: isMine(node.step, seenBy(definition, stateOf(dossier), id)), ends: !isNeverEnough(definition, at), steps: steps.map((step) => ({ node: step.id, name: stepName(step) })) }];
  });

  function isMine({ assignee, ...step }: StepProperties, seen: Data): boolean {
    const result = assignee === undefined ? undefined : evaluate(assignee.replace(/^\s*=/, ''), seen, now);
    const isOthers = result !== undefined && 'value' in result && typeof result.value === 'string' && result.value !== actor.account.id;
    return !isOthers && actor.roles.some(({ role }) => rolesOf(step).includes(role));
  }
}
