import type { ModdleElement } from 'bpmn-moddle';
import { many } from './moddle.ts';

/** What makes an event what it is: its own definitions, and those beside the process that it shares (BPMN 2.0.2, 10.5.1); what is no event has none. */
export const definitionsOf = (element: ModdleElement): readonly ModdleElement[] =>
  (element.$instanceOf('bpmn:Event') ? [...many(element, 'eventDefinitions'), ...many(element, 'eventDefinitionRef')] : []);

/** Those of its definitions that are messages. */
export const messagesOf = (element: ModdleElement): readonly ModdleElement[] => definitionsOf(element).filter(({ $type }) => $type === 'bpmn:MessageEventDefinition');
