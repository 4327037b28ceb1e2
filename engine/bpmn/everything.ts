import type { ModdleElement } from 'bpmn-moddle';

/** Every element of a document with the nearest one around it that stands in a diagram, in the order of the document; not what is inside extensions. */
export function* everything(root: ModdleElement): Generator<{ readonly element: ModdleElement; readonly owner: ModdleElement }> {
  const work = [{ element: root, owner: root }];
  for (let next = work.pop(); next; next = work.pop()) {
    yield next;
    const inside: typeof work = [];
    for (const [property, value] of Object.entries(next.element)) {
      if (property === 'extensionElements') continue;
      for (const child of Array.isArray(value) ? value as unknown[] : [value]) {
        if (!isChild(child, next.element)) continue;
        const stands = child.$instanceOf('bpmn:FlowElement') || child.$instanceOf('bpmn:RootElement') || child.$instanceOf('bpmn:Participant');
        inside.push({ element: child, owner: stands && !child.$instanceOf('bpmn:EventDefinition') ? child : next.owner });
      }
    }
    work.push(...inside.toReversed());
  }
}

const isChild = (value: unknown, parent: ModdleElement): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value && (value as ModdleElement).$parent === parent && typeof (value as ModdleElement).$instanceOf === 'function';
