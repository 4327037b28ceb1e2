import type { ModdleElement } from 'bpmn-moddle';
import type { Node } from '../../definition.ts';
import { mayStand, standings, type StepAttribute } from '../attribute-places.ts';
import { messagesOf } from '../event-definitions.ts';
import { extensions } from '../moddle.ts';
import type { Place } from '../node.ts';
import { called, type Problems } from '../problem.ts';
import { eventsOf } from './event.ts';

const tells = (element: ModdleElement): boolean => element.$type === 'bpmn:ReceiveTask' || element.$type === 'bpmn:SendTask' || messagesOf(element).length > 0;

/** Time, data and links bring nothing that could be kept; a process is begun with data. */
const brings = (node: Node, place: Place): boolean => !('event' in node) || (node.kind === 'startEvent' && place === 'process') || eventsOf(node).some(({ kind }) => kind === 'message' || kind === 'signal' || kind === 'error' || kind === 'escalation');

const isRead = (attribute: StepAttribute, node: Node, place: Place): boolean => {
  if ((attribute === 'role' || attribute === 'candidates') && node.kind === 'startEvent') return place === 'process' && node.event.kind === 'none';
  if (attribute === 'initiator') return mayStand(attribute, node.kind) && place === 'process';
  if (attribute === 'result') return (mayStand(attribute, node.kind) && brings(node, place)) || (node.loop?.kind === 'multi' && node.loop.output !== undefined);
  return mayStand(attribute, node.kind);
};

const says = (element: ModdleElement | undefined, attribute: StepAttribute): boolean => ![undefined, ''].includes(element?.get(`motcua:${attribute}`) as undefined);

/** A global task that is called is the step itself: there is no process that could be handed data or give them back. */
const checkCalledTask = (problems: Problems, element: ModdleElement, task: ModdleElement): void => {
  for (const [rule, types, attributes] of [['misplaced-input', ['Own'], ['shares']], ['misplaced-output', ['Local', 'Kept'], ['propagate', 'propagateLocal']]] as const) {
    const said = types.some((type) => extensions(element, `motcua:${type}`).length > 0) || attributes.some((attribute) => element.get(`motcua:${attribute}`) === true);
    if (said) problems.error(rule, element.id, `expected ${called(element)} to hand data to a process and take them back, but it calls ${called(task)}, which is the step itself`);
  }
};

/** What a step says beyond BPMN where nothing reads it; `task` is the global task that the element calls. */
export const checkMisplaced = (problems: Problems, element: ModdleElement, task: ModdleElement | undefined, node: Node, place: Place): void => {
  if (extensions(element, 'motcua:Key').length > 0 && !tells(element)) problems.error('misplaced-key', element.id, `expected keys only where a message is sent or waited for, but ${called(element)} has them`);
  if (task) checkCalledTask(problems, element, task);
  for (const [attribute, { rule, what, where }] of Object.entries(standings) as [StepAttribute, (typeof standings)[StepAttribute]][]) {
    if ((says(element, attribute) || says(task, attribute)) && !isRead(attribute, node, place)) problems.error(rule, element.id, `expected ${what} (${attribute}) only on ${where}, but ${called(element)} has it`);
  }
};
