import type { Drawing, Element } from './drawing-tools.ts';
import { elementOf, modelOf, setCondition, setDefault, together } from './editing.ts';
import { many, one, type Model } from './model.ts';

const isBare = (way: Model): boolean => one(way, 'conditionExpression') === undefined;

/** Says when a way of a choice is taken. Where one way alone is left that says nothing, it is the one for all other cases: the process would stop there. Both are one step of undo. */
export function writeCondition(drawing: Drawing, way: Element, condition: string): void {
  const source = elementOf(drawing, one(modelOf(way), 'sourceRef')?.id ?? '');
  const begins = isBare(modelOf(way)) && condition.trim() !== '';
  together(drawing, () => {
    setCondition(drawing, way, condition);
    if (!begins || source?.type !== 'bpmn:ExclusiveGateway' || one(modelOf(source), 'default') !== undefined) return;
    const [rest, ...others] = many(modelOf(source), 'outgoing').filter(isBare);
    if (rest && others.length === 0) setDefault(drawing, source, elementOf(drawing, rest.id ?? ''));
  });
}
