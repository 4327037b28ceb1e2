import type { ModdleElement } from 'bpmn-moddle';

/** Every element of a document with the nearest one around it that stands in a diagram, in the order of the document; not what is inside extensions. */
export function* everything(root: ModdleElement): Generator<{ readonly element: ModdleElement; readonly owner: ModdleElement }> {
  const work = [{ element: root, owner: root }];
  for (let next = work.pop(); next; next = work.pop()) {
    yield next;
    const { element, owner } = next;
    const inside: typeof work = [];
    const see = (child: unknown): void => {
      if (isChild(child, element)) inside.push({ element: child, owner: stands(child) ? child : owner });
    };
    for (const property of Object.keys(element)) {
      const value: unknown = property === 'extensionElements' ? undefined : (element as unknown as Readonly<Record<string, unknown>>)[property];
      if (Array.isArray(value)) value.forEach(see);
      else see(value);
    }
    work.push(...inside.toReversed());
  }
}

/** By the type of an element: asking the metamodel goes through all that a type is. */
const standing = new Map<string, boolean>();

const stands = (child: ModdleElement): boolean => {
  let answer = standing.get(child.$type);
  if (answer === undefined) {
    const is = (type: string): boolean => child.$instanceOf(type);
    standing.set(child.$type, (answer = (is('bpmn:FlowElement') || is('bpmn:RootElement') || is('bpmn:Participant')) && !is('bpmn:EventDefinition')));
  }
  return answer;
};

const isChild = (value: unknown, parent: ModdleElement): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value && (value as ModdleElement).$parent === parent && typeof (value as ModdleElement).$instanceOf === 'function';
