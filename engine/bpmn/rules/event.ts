import type { EventDefinition, Flow, Node } from '../../definition.ts';
import type { Problems } from '../problem.ts';

type Check = (problems: Problems, node: Node, nodes: ReadonlyMap<string, Node>, flows: ReadonlyMap<string, Flow>) => void;

const eventsOf = (node: Node): readonly EventDefinition[] => {
  if (!('event' in node)) return [];
  return node.event.kind === 'multiple' ? node.event.events : [node.event];
};

/** An error or escalation is thrown by its code (BPMN 2.0.2, 10.5.3 and 10.5.6). */
const thrownHasCode: Check = (problems, node) => {
  if (node.kind !== 'endEvent' && node.kind !== 'intermediateThrowEvent') return;
  for (const event of eventsOf(node)) {
    if ((event.kind === 'error' || event.kind === 'escalation') && event.code === undefined) {
      problems.warn(`missing-${event.kind}`, node.id, `expected ${node.kind} ${node.id} to refer to the ${event.kind} that it throws, but it refers to none and only an event that catches any gets it`);
    }
  }
};

/** The two ends of a link stand for one flow: none leads to the catching end, none leaves the throwing one (BPMN 2.0.2, 10.5.1). */
const linkEnds: Check = (problems, node, _nodes, flows) => {
  if (!eventsOf(node).some(({ kind }) => kind === 'link')) return;
  const drawn = (node.kind === 'intermediateCatchEvent' ? node.incoming : node.outgoing).filter((id) => !flows.get(id)!.link);
  if (drawn.length > 0) problems.error('link-flow', drawn[0], `expected only the link to join ${node.kind} ${node.id} to its other end, but flow ${drawn[0]} does too`);
};

/** What happens in an instance that nobody begins at: an event sub-process has one way to begin (BPMN 2.0.2, 10.3.5). */
const oneTrigger: Check = (problems, node, nodes) => {
  if (node.kind !== 'eventSubProcess') return;
  const starts = [...nodes.values()].filter(({ parent, kind }) => parent === node.id && kind === 'startEvent');
  if (starts.length > 1) problems.incomplete('event-sub-process-start', node.id, `expected event sub-process ${node.id} to have one start event, but it has ${starts.map(({ id }) => id).join(', ')}`);
};

/** Which triggers belong together is known only of an instance: before there is one, no key says so (BPMN 2.0.2, 13.2). */
const beginsWithOne: Check = (problems, node, nodes) => {
  if (node.kind !== 'startEvent' || node.event.kind !== 'multiple' || !node.event.parallel || nodes.has(node.parent)) return;
  problems.error('parallel-start', node.id, `expected start event ${node.id} to begin an instance with one of its events, but it needs all of them: draw an event-based gateway that begins instances and waits for all (instantiate, eventGatewayType="Parallel")`);
};

export const eventChecks: readonly Check[] = [thrownHasCode, linkEnds, oneTrigger, beginsWithOne];
