import type { Definition, EventDefinition, NodeId } from './definition.ts';

const isFor = (event: EventDefinition, wanted: { readonly kind: 'message' | 'signal'; readonly name: string }): boolean =>
  event.kind === 'multiple' ? event.events.some((each) => isFor(each, wanted)) : event.kind === wanted.kind && event.name === wanted.name;

/** The elements with which a message or signal begins an instance of the process. */
export const startedBy = ({ nodes, flows, starts, id }: Definition, wanted: { readonly kind: 'message' | 'signal'; readonly name: string }): readonly NodeId[] => {
  const direct = starts.filter((start) => {
    const node = nodes[start]!;
    return node.kind === 'startEvent' && isFor(node.event, wanted);
  });
  const instantiating = Object.values(nodes).filter((node) => node.parent === id).flatMap((node) => {
    if (node.kind === 'receiveTask' && node.instantiate && isFor(node.event, wanted)) return [node.id];
    if (node.kind !== 'eventBasedGateway' || !node.instantiate) return [];
    return node.outgoing.map((flow) => nodes[flows[flow]!.target]!).filter((behind) => 'event' in behind && isFor(behind.event, wanted)).map((behind) => behind.id);
  });
  return [...direct, ...instantiating];
};
