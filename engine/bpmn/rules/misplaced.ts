import type { ModdleElement } from 'bpmn-moddle';
import type { Node } from '../../definition.ts';
import { extensions, many, words } from '../moddle.ts';
import { called, type Problems } from '../problem.ts';

const tells = (element: ModdleElement): boolean => {
  if (element.$type === 'bpmn:ReceiveTask' || element.$type === 'bpmn:SendTask') return true;
  const events = element.$instanceOf('bpmn:Event') ? [...many(element, 'eventDefinitions'), ...many(element, 'eventDefinitionRef')] : [];
  return events.some(({ $type }) => $type === 'bpmn:MessageEventDefinition');
};

/** What a step says beyond BPMN where nothing reads it. */
export const checkMisplaced = (problems: Problems, element: ModdleElement, { kind }: Node): void => {
  if (extensions(element, 'motcua:Key').length > 0 && !tells(element)) problems.error('misplaced-key', element.id, `expected keys only where a message is sent or waited for, but ${called(element)} has them`);
  if (words(element, 'motcua:evaluates') !== undefined && kind !== 'scriptTask' && kind !== 'serviceTask') problems.error('misplaced-connector', element.id, `expected FEEL instead of a connector's work only where a connector may work, but ${called(element)} has it`);
  if (words(element, 'motcua:initiator') !== undefined && kind !== 'startEvent') problems.error('misplaced-initiator', element.id, `expected the name of who begins an instance only on a start event, but ${called(element)} has it`);
};
