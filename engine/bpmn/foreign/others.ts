import type { ModdleElement } from 'bpmn-moddle';
import { many, one } from '../moddle.ts';
import type { Problems } from '../problem.ts';

/** Namespaces that are read, and those that only concern the drawing or the tool that drew it. */
const harmless: ReadonlySet<string> = new Set(['motcua', 'camunda', 'zeebe', 'xmlns', 'xsi', 'xml', 'bioc', 'color', 'modeler']);

const prefixOf = (name: string): string | undefined => (name.includes(':') ? name.slice(0, name.indexOf(':')) : undefined);

/** Other products' extensions on an element, by the prefix of their namespace. */
const foreignOn = (element: ModdleElement): readonly string[] => {
  const holder = one(element, 'extensionElements');
  const names = [...Object.keys(element.$attrs ?? {}), ...(holder ? many(holder, 'values').map(({ $type }) => $type) : [])];
  return names.map(prefixOf).filter((prefix) => prefix !== undefined && !harmless.has(prefix)) as string[];
};

/** Warns of other products' extensions, once for each product in a scope, naming the first element that has one. */
export const warnOfForeign = (problems: Problems, elements: Iterable<ModdleElement>): void => {
  const seen = new Map<string, string | undefined>();
  for (const element of elements) for (const prefix of foreignOn(element)) if (!seen.has(prefix)) seen.set(prefix, element.id);
  for (const [prefix, id] of seen) problems.warn('foreign-extension', id, `expected extensions of motcua only, but ${id ?? 'an element'} has one of "${prefix}", which changes nothing here`);
};
