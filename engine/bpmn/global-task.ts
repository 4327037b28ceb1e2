import type { ModdleElement } from 'bpmn-moddle';
import { many, otherNamespace, words } from './moddle.ts';

/** The global task of the same file that a call activity calls: it is then done as if it stood there (BPMN 2.0.2, 10.3.6). */
export const globalTask = (root: ModdleElement, element: ModdleElement): ModdleElement | undefined => {
  if (element.$type !== 'bpmn:CallActivity') return undefined;
  const wanted = words(element, 'calledElement');
  if (wanted === undefined || otherNamespace(element, wanted) !== undefined) return undefined;
  const id = wanted.slice(wanted.indexOf(':') + 1);
  return many(root, 'rootElements').find((candidate) => candidate.$instanceOf('bpmn:GlobalTask') && candidate.id === id);
};
