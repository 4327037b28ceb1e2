import type { Definition, EventDefinition, Node, NodeId } from '../definition.ts';
import { eventParts } from './event-parts.ts';

/** An event by which an instance begins; `part` numbers it where it is one of several that are all needed. */
export interface Birth {
  readonly node: NodeId;
  readonly part?: number;
  readonly event: EventDefinition;
}

/** Whether a start event needs all of several events. */
export const needsAll = (event: EventDefinition): event is EventDefinition & { readonly kind: 'multiple' } => event.kind === 'multiple' && event.parallel;

/** Every event by which an instance of the process can begin: those of its start events, instantiating receive tasks, and what stands behind instantiating gateways. */
export const birthsOf = (definition: Definition): readonly Birth[] => {
  const { starts, nodes } = definition;
  const direct = starts.map((id) => nodes[id]!).flatMap((node) => (node.kind === 'startEvent' ? eventParts(node.event).map((event, part): Birth => ({ node: node.id, event, ...(needsAll(node.event) && { part }) })) : []));
  return [...direct, ...instantiating(definition).flatMap((node) => eventParts(node.event).map((event): Birth => ({ node: node.id, event })))];
};

/** Receive tasks that begin instances, and the events behind gateways that do. */
export const instantiating = ({ id: process, nodes, flows }: Definition): readonly (Node & { readonly event: EventDefinition })[] => Object.values(nodes).filter(({ parent }) => parent === process).flatMap((node) => {
  if (node.kind === 'receiveTask' && node.instantiate) return [node];
  if (node.kind !== 'eventBasedGateway' || !node.instantiate) return [];
  return node.outgoing.map((flow) => nodes[flows[flow]!.target]!).filter((behind) => 'event' in behind);
});
