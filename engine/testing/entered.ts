import type { EventDefinition, Kind, Node } from '../definition.ts';
import type { Instance } from './instance.ts';

/** Where each kind of event may stand (BPMN 2.0.2, table 10.93), and kinds without events. */
const eventsOf = {
  startEvent: ['none', 'message', 'timer', 'error', 'escalation', 'conditional', 'signal', 'compensation', 'multiple'],
  endEvent: ['none', 'message', 'error', 'escalation', 'cancel', 'compensation', 'signal', 'terminate', 'multiple'],
  intermediateCatchEvent: ['message', 'timer', 'conditional', 'link', 'signal', 'multiple'],
  intermediateThrowEvent: ['none', 'message', 'escalation', 'compensation', 'link', 'signal', 'multiple'],
  boundaryEvent: ['message', 'timer', 'error', 'escalation', 'cancel', 'conditional', 'signal', 'multiple'],
  userTask: [], manualTask: [], serviceTask: [], scriptTask: [], businessRuleTask: [], sendTask: [], receiveTask: [], task: [],
  subProcess: [], eventSubProcess: [], transaction: [], adHocSubProcess: [], callActivity: [],
  exclusiveGateway: [], parallelGateway: [], inclusiveGateway: [], complexGateway: [], eventBasedGateway: [],
} as const satisfies Readonly<Record<Exclude<Kind, 'state'>, readonly EventDefinition['kind'][]>>;

/** Every kind of element, by its event where it has one, and every way of looping. */
export const everyKind: readonly string[] = [...Object.entries(eventsOf).flatMap(([kind, events]) => (events.length === 0 ? [kind] : events.map((event) => `${kind} ${event}`))), 'standard loop', 'multi-instance parallel', 'multi-instance sequential'];

const kindsOf = (node: Node): readonly string[] => {
  const loop = node.loop && (node.loop.kind === 'standard' ? 'standard loop' : `multi-instance ${node.loop.sequential ? 'sequential' : 'parallel'}`);
  if (node.kind === 'state') return ['state'];
  const own = eventsOf[node.kind].length > 0 && 'event' in node ? `${node.kind} ${node.event.kind}` : node.kind;
  return loop === undefined ? [own] : [own, loop];
};

/** Counts what kinds of elements the instance entered. */
export const entered = ({ visited, definition }: Instance, counts: Map<string, number>): void => {
  for (const id of new Set(visited)) for (const kind of kindsOf(definition.nodes[id]!)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
};
