import { beginsBy } from './begins.ts';
import type { Definition, EventDefinition, NodeId } from './definition.ts';

const isFor = (event: EventDefinition, wanted: { readonly kind: 'message' | 'signal'; readonly name: string }): boolean =>
  event.kind === 'multiple' ? event.events.some((each) => isFor(each, wanted)) : event.kind === wanted.kind && event.name === wanted.name;

/** An element with which an instance begins; `part` numbers the event that has happened when the others are waited for. */
export interface Start {
  readonly node: NodeId;
  readonly part?: number;
}

/** Where a message or signal begins an instance of the process. */
export const startedBy = (definition: Definition, wanted: { readonly kind: 'message' | 'signal'; readonly name: string }): readonly Start[] => {
  const { nodes, flows, starts, id } = definition;
  const direct = starts.flatMap((start): Start[] => {
    const event = beginsBy(definition, start);
    if (!event || !isFor(event, wanted)) return [];
    return event.kind === 'multiple' && event.parallel ? [{ node: start, part: event.events.findIndex((part) => isFor(part, wanted)) }] : [{ node: start }];
  });
  const instantiating = Object.values(nodes).filter((node) => node.parent === id).flatMap((node) => {
    if (node.kind === 'receiveTask' && node.instantiate && isFor(node.event, wanted)) return [node.id];
    if (node.kind !== 'eventBasedGateway' || !node.instantiate) return [];
    return node.outgoing.map((flow) => nodes[flows[flow]!.target]!).filter((behind) => 'event' in behind && isFor(behind.event, wanted)).map((behind) => behind.id);
  });
  return [...direct, ...instantiating.map((node) => ({ node }))];
};
