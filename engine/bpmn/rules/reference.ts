import type { ModdleElement } from 'bpmn-moddle';
import { everything } from '../everything.ts';
import { called, type Problems } from '../problem.ts';

/** References that rules of their own judge. */
const judged: ReadonlySet<string> = new Set(['sourceRef', 'targetRef', 'attachedToRef', 'default', 'flowNodeRef', 'incoming', 'outgoing', 'activityRef', 'processRef']);

const isElement = (value: unknown): value is ModdleElement => typeof value === 'object' && value !== null && '$type' in value;

/** What an element refers to must be of the kind that the reference is for, such as a message behind `messageRef`. */
export const checkReferences = (problems: Problems, root: ModdleElement): void => {
  for (const { element, owner } of everything(root)) {
    for (const { ns: { localName }, type, isReference } of element.$descriptor?.properties ?? []) {
      if (!isReference || judged.has(localName) || !type.startsWith('bpmn:')) continue;
      const value = element.get(localName);
      for (const referred of Array.isArray(value) ? value as unknown[] : [value]) {
        if (!isElement(referred) || typeof referred.$instanceOf !== 'function' || referred.$instanceOf(type)) continue;
        const kind = type.slice('bpmn:'.length);
        problems.error('reference-kind', owner.id, `expected ${localName} of ${called(owner)} to refer to an element of the kind ${kind}, but it refers to ${called(referred)}`);
      }
    }
  }
};
