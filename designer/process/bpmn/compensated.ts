import { familyOf } from '../../../engine/bpmn/family.ts';
import type { Kind } from '../../../engine/definition.ts';
import { tool, type Drawing, type Element } from '../drawing-tools.ts';
import { kindOf, many, type Model } from '../model.ts';
import { modelOf } from '../editing.ts';

/** Activities that an event can have undone: those beside it and around it (BPMN 2.0.2, 13.5.5); what they are undone by is drawn at them. */
export function compensable(element: Element): readonly Model[] {
  const found: Model[] = [];
  const own = modelOf(element);
  for (let scope = own.$parent; scope; scope = scope.$parent) found.push(...many(scope, 'flowElements').filter((model) => model !== own && (familyOf(kindOf(model) as Kind) as string | undefined) === 'activity' && model.get('isForCompensation') !== true));
  return found;
}

/** Has an event undo one activity; without it, all that was done. */
export const compensate = (drawing: Drawing, element: Element, definition: Model, activity: Model | undefined): void =>
  tool(drawing, 'modeling').updateModdleProperties(element, definition, { activityRef: activity });
