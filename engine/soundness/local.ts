import type { Definition, EventDefinition, Node } from '../definition.ts';
import { eventParts } from './event-parts.ts';

const known = new WeakMap<Definition, boolean>();
const disturbing = new Set<EventDefinition['kind']>(['signal', 'conditional', 'compensation', 'cancel', 'escalation']);

/** Whether no element lets tokens act on each other from afar. */
export const isReducible = (definition: Definition): boolean => {
  let answer = known.get(definition);
  if (answer === undefined) known.set(definition, (answer = definition.machine === undefined && Object.values(definition.nodes).every(isLocal)));
  return answer;
};

const isLocal = (node: Node): boolean =>
  node.kind !== 'complexGateway' && node.kind !== 'adHocSubProcess' && node.kind !== 'transaction' && !node.step.inputSets && node.startQuantity === undefined && node.completionQuantity === undefined
  && !node.forCompensation && (node.loop?.kind !== 'multi' || !node.loop.throws) && (!('event' in node) || !eventParts(node.event).some(({ kind }) => disturbing.has(kind)));
