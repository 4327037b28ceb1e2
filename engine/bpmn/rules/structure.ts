import type { EventDefinition, Flow, Node } from '../../definition.ts';
import { chooses, isActivity, isGateway } from '../family.ts';
import type { Problems } from '../problem.ts';

type Check = (problems: Problems, node: Node, nodes: ReadonlyMap<string, Node>, flows: ReadonlyMap<string, Flow>) => void;

const goesOn: Check = (problems, node) => {
  if (node.outgoing.length > 0) return;
  if (isGateway(node)) problems.warn('gateway-without-outgoing', node.id, `expected gateway ${node.id} to lead somewhere, but it has no outgoing flow and tokens end there`);
  if (node.kind === 'boundaryEvent' && node.event.kind !== 'compensation') problems.warn('boundary-without-outgoing', node.id, `expected boundary event ${node.id} to lead somewhere, but it has no outgoing flow and tokens end there`);
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
    if (id === node.default || flows.get(id)!.condition || problems.isRefused(id)) continue;
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
    else if (target.loop || target.startQuantity !== undefined) problems.error('event-gateway-target', node.id, `expected ${target.id} behind gateway ${node.id} to be done once, with the event that happens, but it has ${target.loop ? 'a loop marker' : 'a start quantity'}`);
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
  const throws = (node.kind === 'endEvent' || node.kind === 'intermediateThrowEvent') && ['message', 'signal', 'multiple'].includes(node.event.kind);
  if (node.step.inputs && !throws && !isActivity(node)) problems.error('misplaced-input', node.id, `expected inputs only on activities and on sent messages and signals, but ${node.kind} ${node.id} has them`);
  if (node.step.outputs && !isActivity(node) && !('event' in node)) problems.error('misplaced-output', node.id, `expected outputs only on activities and events, but ${node.kind} ${node.id} has them`);
};

/** An event sub-process begins by its start event alone; a handler's start waits for an event (BPMN 2.0.2, 10.3.5). */
const eventSubProcessStarts: Check = (problems, node, nodes) => {
  if (node.kind !== 'eventSubProcess') return;
  const starts = [...nodes.values()].filter(({ parent, kind }) => parent === node.id && kind === 'startEvent');
  if (starts.length === 0) problems.error('event-sub-process-start', node.id, `expected event sub-process ${node.id} to have a start event with a trigger, but it has none`);
  if (node.startQuantity !== undefined || node.completionQuantity !== undefined) problems.error('quantity', node.id, `expected event sub-process ${node.id} to be begun by its event, but it asks for a number of tokens`);
  if (node.forCompensation) problems.error('compensation-handler', node.id, `expected event sub-process ${node.id} to be begun by its event, but it is marked as compensation`);
  if (node.loop) problems.error('event-sub-process-loop', node.id, `expected event sub-process ${node.id} to be done once for each event, but it has a loop marker`);
  if (node.boundary.length > 0) problems.error('boundary-host', node.boundary[0], `expected boundary events on activities that flows lead to, but ${node.boundary[0]} is attached to event sub-process ${node.id}`);
};

const throwsCancel = (node: Node): boolean =>
  node.kind === 'endEvent' && (node.event.kind === 'cancel' || (node.event.kind === 'multiple' && node.event.events.some(({ kind }) => kind === 'cancel')));

const transactionAround = (node: Node, nodes: ReadonlyMap<string, Node>): Node | undefined => {
  for (let around = nodes.get(node.parent); around; around = nodes.get(around.parent)) if (around.kind === 'transaction') return around;
  return undefined;
};

/** Cancel is thrown within a transaction only (BPMN 2.0.2, 10.5.3). */
const cancelInTransaction: Check = (problems, node, nodes) => {
  if (throwsCancel(node) && !transactionAround(node, nodes)) problems.error('cancel-place', node.id, `expected cancel end event ${node.id} to stand within a transaction, but it does not`);
};

/** A transaction that is cancelled is left by its cancel boundary event (BPMN 2.0.2, 13.5.6): without one it would go on as if it had succeeded. */
const cancelIsCaught: Check = (problems, node, nodes) => {
  if (node.kind !== 'transaction' || ![...nodes.values()].some((end) => throwsCancel(end) && transactionAround(end, nodes) === node)) return;
  const caught = node.boundary.some((id) => {
    const boundary = nodes.get(id);
    return boundary?.kind === 'boundaryEvent' && boundary.event.kind === 'cancel';
  });
  if (!caught) problems.incomplete('cancel-uncaught', node.id, `expected transaction ${node.id} to have a cancel boundary event, because it can be cancelled, but it has none and would go on as if it had succeeded`);
};

/** What begins an instance is begun by one event (BPMN 2.0.2, 10.6.6). */
const instantiatingHasNoWayIn: Check = (problems, node) => {
  if ((node.kind === 'receiveTask' || node.kind === 'eventBasedGateway') && node.instantiate && node.incoming.length > 0) {
    problems.error('instantiating', node.id, `expected ${node.kind} ${node.id} to begin an instance, but ${node.incoming.join(', ')} leads to it`);
  }
  if (node.kind === 'receiveTask' && node.instantiate && (node.loop || node.startQuantity !== undefined)) {
    problems.error('instantiating', node.id, `expected ${node.kind} ${node.id} to begin an instance with one message, but it has ${node.loop ? 'a loop marker' : 'a start quantity'}`);
  }
};

const parts = (node: Node): readonly EventDefinition[] => {
  if (!('event' in node)) return [];
  return node.event.kind === 'multiple' && !node.event.parallel ? node.event.events : [node.event];
};

/** An instance begins because somebody says something: time and data are those of an instance (BPMN 2.0.2, 10.6.6 and 13.5.1). */
const instantiatingByWord: Check = (problems, node, nodes, flows) => {
  if (node.kind !== 'eventBasedGateway' || !node.instantiate) return;
  for (const id of node.outgoing) {
    const target = nodes.get(flows.get(id)!.target)!;
    const other = parts(target).find(({ kind }) => kind !== 'message' && kind !== 'signal');
    if (other) problems.error('instantiating-gateway', node.id, `expected messages and signals behind gateway ${node.id}, because an instance begins with them, but ${target.id} is a ${other.kind} event`);
  }
};

/** A complex gateway with several ways in has to know when it goes on. */
const complexHasActivation: Check = (problems, node) => {
  if (node.kind === 'complexGateway' && node.incoming.length > 1 && !node.activation) {
    problems.warn('missing-activation', node.id, `expected complex gateway ${node.id} to have an activation condition, but it has none and goes on with the first token`);
  }
};

/** What must hold between the elements of a process before it can run. */
export const structureChecks: readonly Check[] = [
  goesOn, defaultIsOutgoing, choiceHasConditions, eventsBehindGateway, boundaryInScope, fourEyesExist, inputsAreUsed,
  eventSubProcessStarts, cancelInTransaction, cancelIsCaught, instantiatingHasNoWayIn, instantiatingByWord, complexHasActivation,
];
