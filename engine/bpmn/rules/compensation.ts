import type { Flow, Node } from '../../definition.ts';
import { isContainer } from '../../watch.ts';
import { isActivity } from '../family.ts';
import type { Problems } from '../problem.ts';
import { eventsOf } from './event.ts';

type Check = (problems: Problems, node: Node, nodes: ReadonlyMap<string, Node>, flows: ReadonlyMap<string, Flow>) => void;

/** One event compensates once: of several, which comes first would not be said. */
const compensatesOnce: Check = (problems, node) => {
  if ((node.kind !== 'endEvent' && node.kind !== 'intermediateThrowEvent') || node.event.kind !== 'multiple') return;
  if (node.event.events.filter(({ kind }) => kind === 'compensation').length > 1) problems.error('several-compensations', node.id, `expected ${node.id} to compensate once, but it has several compensation definitions: draw one event after the other`);
};

/** A compensation thrown for one activity means one that can be compensated (BPMN 2.0.2, 10.7). */
const compensatesSomething: Check = (problems, node, nodes) => {
  if (node.kind !== 'endEvent' && node.kind !== 'intermediateThrowEvent') return;
  for (const event of eventsOf(node)) {
    if (event.kind !== 'compensation' || event.activity === undefined) continue;
    const activity = nodes.get(event.activity);
    if (!activity || !isActivity(activity)) problems.error('compensation-activity', node.id, `expected ${node.id} to compensate an activity, but ${event.activity} is none`);
    else if (!isAround(nodes, activity.parent, node)) problems.error('compensation-activity', node.id, `expected ${node.id} to compensate an activity beside it or around it, but ${activity.id} stands in ${activity.parent}`);
    else if (!isUndoable(activity, nodes)) problems.warn('compensation-nothing', node.id, `expected something to undo ${activity.id}, which ${node.id} compensates, but there is no compensation event at it or in it`);
  }
};

/** Whether a scope is that of the node, or one around it: what is seen from the node (BPMN 2.0.2, 13.5.5). */
const isAround = (nodes: ReadonlyMap<string, Node>, scope: string, node: Node): boolean => {
  for (let around: string | undefined = node.parent; around !== undefined; around = nodes.get(around)?.parent) if (around === scope) return true;
  return false;
};

const isUndoable = (activity: Node, nodes: ReadonlyMap<string, Node>): boolean =>
  isContainer(activity) || activity.kind === 'callActivity' || activity.boundary.some((id) => eventKind(nodes.get(id)) === 'compensation');

const eventKind = (node: Node | undefined): string | undefined => (node && 'event' in node ? node.event.kind : undefined);

/** What is caught at an activity is its own compensation. */
const compensatesItsHost: Check = (problems, node) => {
  if (node.kind !== 'boundaryEvent' || node.event.kind !== 'compensation' || node.event.activity === undefined || node.event.activity === node.attachedTo) return;
  problems.error('compensation-activity', node.id, `expected ${node.id} to be for ${node.attachedTo}, to which it is attached, but it names ${node.event.activity}`);
};

/** Compensation is caught in an event sub-process of a sub-process that is done; a process cannot be compensated from outside. */
const compensationStartPlace: Check = (problems, node, nodes) => {
  if (node.kind !== 'startEvent' || node.event.kind !== 'compensation') return;
  const around = nodes.get(nodes.get(node.parent)?.parent ?? '');
  if (!around) problems.warn('compensation-place', node.id, `expected compensation start ${node.id} to stand in an event sub-process of a sub-process, but it stands in that of a process, which is compensated only when another process has called it`);
};

const noBoundaryOnHandler: Check = (problems, node) => {
  if (node.forCompensation && node.boundary.length > 0) problems.warn('compensation-boundary', node.id, `expected compensation handler ${node.id} to have no boundary events, but it has`);
};

/** What compensates is joined to the event by an association alone (BPMN 2.0.2, 10.7). */
const compensationHasNoFlow: Check = (problems, node) => {
  if (node.kind === 'boundaryEvent' && node.event.kind === 'compensation' && node.outgoing.length > 0) {
    problems.error('compensation-flow', node.outgoing[0], `expected compensation event ${node.id} to have an association to its handler, but flow ${node.outgoing[0]} leaves it`);
  }
};

const handlerIsUsed: Check = (problems, node, nodes) => {
  if (node.forCompensation !== true || [...nodes.values()].some((other) => other.kind === 'boundaryEvent' && other.handler === node.id)) return;
  problems.warn('compensation-unused', node.id, `expected an association from a compensation event to handler ${node.id}, but there is none and nothing begins it`);
};

export const compensationChecks: readonly Check[] = [compensatesOnce, compensatesSomething, compensatesItsHost, compensationStartPlace, noBoundaryOnHandler, compensationHasNoFlow, handlerIsUsed];
