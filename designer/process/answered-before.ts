import type { Element } from './drawing-tools.ts';

/** The step of a person that was done last before an element, by the shortest way back; nothing where there is none. */
export function answeredBefore(element: Element): Element | undefined {
  const seen = new Set<Element>([element]);
  for (const place of seen) {
    for (const { source } of place.incoming) {
      if (source?.type === 'bpmn:UserTask') return source;
      if (source) seen.add(source);
    }
  }
  return undefined;
}
