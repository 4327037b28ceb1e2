import type { Flow, Node } from '../definition.ts';
import { chooses } from './flow.ts';
import type { Problems } from './problem.ts';

type Check = (problems: Problems, node: Node, nodes: ReadonlyMap<string, Node>, flows: ReadonlyMap<string, Flow>) => void;

const gateways: ReadonlySet<Node['kind']> = new Set(['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway']);

const goesOn: Check = (problems, node) => {
  if (node.outgoing.length > 0) return;
  if (gateways.has(node.kind)) problems.warn('gateway-without-outgoing', node.id, `expected gateway ${node.id} to lead somewhere, but it has no outgoing flow and tokens end there`);
  if (node.kind === 'boundaryEvent') problems.warn('boundary-without-outgoing', node.id, `expected boundary event ${node.id} to lead somewhere, but it has no outgoing flow and tokens end there`);
};

const defaultIsOutgoing: Check = (problems, node) => {
  if (node.default === undefined) return;
  if (!node.outgoing.includes(node.default)) {
    problems.error('default-flow', node.id, `expected the default flow of ${node.id} to be one of its outgoing flows, but it is ${node.default}`);
  } else if (!chooses(node)) problems.error('default-flow', node.id, `expected a default flow only where there are conditions, but ${node.kind} ${node.id} has one`);
};

/** A gateway that must choose between flows without conditions would stand still. */
const choiceHasConditions: Check = (problems, node, _nodes, flows) => {
  if (node.kind !== 'exclusiveGateway' || node.outgoing.length < 2) return;
  for (const id of node.outgoing) {
    if (id === node.default || flows.get(id)!.condition) continue;
    problems.warn('missing-condition', id, `expected flow ${id} out of exclusive gateway ${node.id} to have a condition or be the default, but it has none and the gateway cannot choose`);
  }
};

const eventsBehindGateway: Check = (problems, node, nodes, flows) => {
  if (node.kind !== 'eventBasedGateway') return;
  if (node.outgoing.length === 0) problems.error('event-gateway-target', node.id, `expected event-based gateway ${node.id} to lead to events, but it has no outgoing flow and would wait for ever`);
  for (const id of node.outgoing) {
    const target = nodes.get(flows.get(id)!.target)!;
    const waits = (target.kind === 'intermediateCatchEvent' || target.kind === 'receiveTask') && target.event.kind !== 'none';
    if (!waits) problems.error('event-gateway-target', node.id, `expected event-based gateway ${node.id} to lead to catching events or receive tasks, but ${id} leads to ${target.kind} ${target.id}`);
    else if (target.incoming.length > 1) problems.error('event-gateway-target', node.id, `expected only gateway ${node.id} to lead to ${target.id}, but other flows do too`);
    else if (target.boundary.length > 0) problems.error('event-gateway-target', node.id, `expected ${target.id} behind gateway ${node.id} to have no boundary events, but it has`);
  }
};

const boundaryInScope: Check = (problems, node, nodes) => {
  if (node.kind !== 'boundaryEvent') return;
  const host = nodes.get(node.attachedTo);
  if (host && host.parent !== node.parent) problems.error('boundary-host', node.id, `expected boundary event ${node.id} to stand in the scope of its activity ${host.id}, but it stands in ${node.parent}`);
};

const fourEyesExist: Check = (problems, node, nodes) => {
  for (const other of node.step.fourEyes ?? []) {
    if (nodes.get(other)?.kind !== 'userTask') problems.error('four-eyes', node.id, `expected the four eyes of ${node.id} to look at a user task, but ${other} is none`);
  }
};

const inputsAreUsed: Check = (problems, node) => {
  const takesInputs = node.kind === 'serviceTask' || node.kind === 'businessRuleTask' || node.kind === 'sendTask'
    || ((node.kind === 'endEvent' || node.kind === 'intermediateThrowEvent') && node.event.kind === 'message');
  if (node.step.inputs && !takesInputs) problems.error('misplaced-input', node.id, `expected inputs only on service and business rule tasks and sent messages, but ${node.kind} ${node.id} has them`);
  if (node.step.connector !== undefined && node.kind !== 'serviceTask') problems.error('misplaced-connector', node.id, `expected a connector only on service tasks, but ${node.kind} ${node.id} has one`);
  if (node.step.decision !== undefined && node.kind !== 'businessRuleTask') problems.error('misplaced-decision', node.id, `expected a decision only on business rule tasks, but ${node.kind} ${node.id} has one`);
};

/** What must hold between the elements of a process before it can run. */
export const structureChecks: readonly Check[] = [
  goesOn, defaultIsOutgoing, choiceHasConditions, eventsBehindGateway, boundaryInScope, fourEyesExist, inputsAreUsed,
];
