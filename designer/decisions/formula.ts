import type { ModdleElement } from 'bpmn-moddle';
import { variables } from '../../engine/expression/feel.ts';
import { decisionsIn, inputsIn, many, one, variableOf, words } from './dmn.ts';
import { need } from './table-columns.ts';
import { cleared, isAsked, released } from './unneeded.ts';

/** What a formula says that is not written yet. */
export const unwritten = 'null';

/** Puts a formula in place of the one before. It needs the inputs and decisions that it speaks of, but none that would need it in turn. */
export function reckonBy(root: ModdleElement, decision: ModdleElement, logic: ModdleElement, text: string): void {
  logic.set('text', text.normalize('NFC').trim() || unwritten);
  const spoken = new Set(variables(words(logic, 'text')).map((path) => path.split('.')[0]));
  const takes = (id: string) => many(decisionsIn(root).find((other) => other.id === id) ?? root, 'informationRequirement').map((needs) => words(one(needs, 'requiredDecision'), 'href').slice(1));
  for (const element of [...inputsIn(root), ...decisionsIn(root)]) {
    if (spoken.has(variableOf(element)) && !leadsTo(takes, element.id ?? '', decision.id ?? '')) need(decision, element);
  }
  released(root, decision);
}

/** A formula needs an input no more, where it does not speak of it: by its place among those that it needs. */
export function dropNeeded(root: ModdleElement, decision: ModdleElement, index: number): void {
  cleared(root, decision, words(inputsIn(root).filter((input) => isAsked(decision, input))[index], 'name'));
}

/** Whether a decision is another one, or takes its answer by whatever way. */
export function leadsTo(takes: (id: string) => readonly string[], from: string, to: string): boolean {
  const seen = new Set<string>([from]);
  for (const id of seen) for (const other of takes(id)) seen.add(other);
  return seen.has(to);
}
