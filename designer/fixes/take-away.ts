import { mayStand, standings, type StepAttribute } from '../../engine/bpmn/attribute-places.ts';
import type { Kind } from '../../engine/definition.ts';
import { elementOf, modelOf, unsay } from '../process/editing.ts';
import { kindOf } from '../process/model.ts';
import type { DrawnSite, Fixer } from './fix.ts';

/** What is said of a step where nothing reads it, as after a step of a person became another kind: the panel no longer shows it. */
export const takeAway: Fixer<DrawnSite> = ({ rule, element: id }, { drawing, text, nameOf }) => {
  const element = elementOf(drawing, id);
  if (!element) return [];
  const ofRule = (Object.keys(standings) as StepAttribute[]).filter((attribute) => standings[attribute].rule === rule);
  const unread = ofRule.filter((attribute) => !mayStand(attribute, kindOf(modelOf(element)) as Kind));
  return [{ say: text('fixTakeAway', { name: nameOf(id) }), run: () => unsay(drawing, element, unread.length > 0 ? unread : ofRule) }];
};
