import { elementOf, modelOf, remove, together } from '../process/editing.ts';
import { kindOf } from '../process/model.ts';
import type { Element } from '../process/drawing-tools.ts';
import type { DrawnSite, Fixer } from './fix.ts';

/** What nothing ever comes to: taken away, with the ways that lead on from it, and a gateway that parts nothing any more. */
export const removeDead: Fixer<DrawnSite> = ({ element: id }, site) => {
  const { drawing, text, nameOf } = site;
  const element = elementOf(drawing, id);
  if (!element || element.type === 'bpmn:Process') return [];
  const isFlow = element.waypoints !== undefined;
  return [{
    say: text(isFlow ? 'fixRemoveFlow' : 'fixRemoveStep', { name: nameOf(id) }),
    run: () => together(drawing, () => {
      const before = isFlow ? [element.source] : element.incoming.map(({ source }) => source);
      for (const flow of isFlow ? [] : [...element.incoming, ...element.outgoing]) remove(drawing, flow);
      remove(drawing, element);
      for (const source of before) if (source && isIdle(source)) remove(drawing, source);
    }),
  }];
};

/** A gateway with one way in and one way out: the drawing tool joins them when it goes. */
const isIdle = (element: Element): boolean => kindOf(modelOf(element)).endsWith('Gateway') && element.incoming.length === 1 && element.outgoing.length === 1;
