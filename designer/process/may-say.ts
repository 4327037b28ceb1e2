import { mayStand, type StepAttribute } from '../../engine/bpmn/attribute-places.ts';
import type { Kind } from '../../engine/definition.ts';
import { spokenOf } from './bpmn/named-roots.ts';
import { definitionsIn, kindOf, type Model } from './model.ts';

/** Whether an event brings something that could be kept: time, data and links bring nothing. */
export const brings = (model: Model): boolean => [model, ...definitionsIn(model)].some((speaker) => spokenOf(speaker) !== undefined);

/** Whether something reads this of an element where it is drawn: of a start, who begins only where somebody does, by hand, a process. */
export function maySay(model: Model, attribute: StepAttribute): boolean {
  const kind = kindOf(model);
  if (!mayStand(attribute, kind as Kind)) return false;
  const isPlain = definitionsIn(model).length === 0;
  const begins = kind === 'startEvent' && model.$parent?.$type === 'bpmn:Process';
  if (kind === 'startEvent' && (attribute === 'role' || attribute === 'candidates')) return begins && isPlain;
  if (attribute === 'initiator') return begins;
  return attribute !== 'result' || !kind.endsWith('Event') || begins || brings(model);
}
