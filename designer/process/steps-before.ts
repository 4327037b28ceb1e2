import { drawnWords } from './drawn-words.ts';
import { many, one, type Model } from './model.ts';
import { stepOf } from './step.ts';

/** All that is drawn in a process or sub-process, however deep. */
export const inside = (scope: Model): readonly Model[] => many(scope, 'flowElements').flatMap((element) => [element, ...inside(element)]);

/** Where a token may have been right before, in the same scope; before the first of a scope, where its holder stands. */
function rightBefore(element: Model): readonly Model[] {
  const scope = element.$parent;
  const host = one(element, 'attachedToRef');
  if (host) return [host];
  const led = (scope ? many(scope, 'flowElements') : []).flatMap((flow) => (one(flow, 'targetRef') === element ? (one(flow, 'sourceRef') ?? []) : []));
  return led.length > 0 || scope?.$type === 'bpmn:Process' || !scope ? led : [scope];
}

/**
 * What may be done by the time an element is come to, the nearest first, whatever else is still open in the drawing: all that leads there,
 * with what is inside it, and before the sub-processes around. A step beside it, in a branch of its own, is not known for sure.
 */
export function stepsBefore(element: Model): readonly Model[] {
  const seen = new Set<Model>([element]);
  const around = new Set<Model>();
  for (let scope = element.$parent; scope; scope = scope.$parent) around.add(scope);
  for (const place of seen) {
    for (const before of rightBefore(place)) {
      seen.add(before);
      // a sub-process that is over by now has done what is inside; one that the element stands in has not
      if (!around.has(before)) for (const within of inside(before).toReversed()) seen.add(within);
    }
  }
  return [...seen].filter((place) => place !== element && !place.$type.endsWith('SequenceFlow'));
}

/** A step as one whose answers can be named: under which name they are kept, from which form, table or connector, and what it is called. */
export const answering = (model: Model) => {
  const { id, result, form, decision, connector } = stepOf(model);
  const called = (language: 'vi' | 'en') => drawnWords(model, language, (goal) => goal);
  return { result: result || id, form: form || undefined, decision, connector, name: { vi: called('vi'), en: called('en') } };
};
