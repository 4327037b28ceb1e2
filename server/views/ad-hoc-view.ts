import type { Definition } from '../../engine/definition.ts';
import { holdsAdHoc } from '../../engine/open-ad-hoc.ts';
import { rolesOf } from '../../runtime/roles-of.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { Actor } from '../access/actor.ts';
import type { DeskDossier } from '../api/desk.ts';
import { stepName } from './step-name.ts';

/** Open ad-hoc sub-processes with the steps that people begin in them. The runtime has the last word on who may. */
export function adHocView(definition: Definition, { progress, status }: DossierRow, { roles }: Actor): DeskDossier['adHoc'] {
  if (status !== 'active') return [];
  const { nodes } = definition;
  const open = progress.tokens.filter((token) => holdsAdHoc(definition, progress.scopes, token));
  return open.flatMap(({ id, at, own }) => {
    const node = nodes[at];
    if (node?.kind !== 'adHocSubProcess') return [];
    const isOne = open.filter((other) => other.at === at).length === 1;
    const turn = own?.['loopCounter'];
    const steps = node.starts.flatMap((id) => nodes[id] ?? []);
    return [{ node: at, token: id, turn: isOne || typeof turn !== 'number' ? null : turn, name: stepName(node), mine: roles.some(({ role }) => rolesOf(node.step).includes(role)), steps: steps.map((step) => ({ node: step.id, name: stepName(step) })) }];
  });
}
