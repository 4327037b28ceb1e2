import { tool, type Drawing, type Element } from '../drawing-tools.ts';
import { modelOf } from '../editing.ts';
import { many, type Model } from '../model.ts';

/** Whether it stands beside the process, for several events. */
export const isShared = (definition: Model): boolean => definition.$parent?.$type === 'bpmn:Definitions';

/** The other events that share it. */
export const sharing = (drawing: Drawing, element: Element, definition: Model): readonly Element[] =>
  tool(drawing, 'elementRegistry').filter((other) => other.type !== 'label' && other.businessObject !== undefined && other.businessObject !== element.businessObject && many(modelOf(other), 'eventDefinitionRef').includes(definition));
