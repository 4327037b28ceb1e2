import type { Flow, Node } from '../../definition.ts';
import { isGateway } from '../family.ts';
import type { Problems } from '../problem.ts';

type Check = (problems: Problems, node: Node, nodes: ReadonlyMap<string, Node>, flows: ReadonlyMap<string, Flow>) => void;

/** A gateway brings flows together or parts them (BPMN 2.0.2, 10.6); an event-based one parts them (10.6.6). */
const joinsOrParts: Check = (problems, node) => {
  if (!isGateway(node) || node.outgoing.length > 1) return;
  if (node.kind === 'eventBasedGateway') {
    if (node.outgoing.length === 1) problems.incomplete('gateway-flows', node.id, `expected event-based gateway ${node.id} to have two or more outgoing flows, but it has one`);
  } else if (node.incoming.length < 2) {
    problems.incomplete('gateway-flows', node.id, `expected gateway ${node.id} to bring several flows together or to part them, but it has ${node.incoming.length} incoming and ${node.outgoing.length} outgoing flows`);
  }
};

/** Messages behind a gateway are all caught by events or all by receive tasks (BPMN 2.0.2, 10.6.6). */
const eventsOrTasks: Check = (problems, node, nodes, flows) => {
  if (node.kind !== 'eventBasedGateway') return;
  const targets = node.outgoing.map((id) => nodes.get(flows.get(id)!.target)!);
  const events = targets.some((target) => target.kind === 'intermediateCatchEvent' && target.event.kind === 'message');
  if (events && targets.some(({ kind }) => kind === 'receiveTask')) {
    problems.incomplete('event-gateway-mixed', node.id, `expected messages behind gateway ${node.id} to be caught by events alone or by receive tasks alone, but it has both`);
  }
};

export const gatewayChecks: readonly Check[] = [joinsOrParts, eventsOrTasks];
