import { elementOf, modelOf, setDefault } from '../process/editing.ts';
import { one } from '../process/model.ts';
import type { Element } from '../process/drawing-tools.ts';
import { mayChoose, stepOf } from '../process/step.ts';
import type { DrawnSite, Fixer } from './fix.ts';

const isBare = (way: Element): boolean => one(modelOf(way), 'conditionExpression') === undefined;

/** A choice that may match nothing, or a way out without a condition: one way that is taken when no condition holds. */
export const defaultWay: Fixer<DrawnSite> = ({ element: id }, { drawing, text, nameOf }) => {
  const found = elementOf(drawing, id);
  if (!found) return [];
  const isFlow = found.waypoints !== undefined;
  const source = isFlow ? elementOf(drawing, one(modelOf(found), 'sourceRef')?.id ?? '') : found;
  if (!source || !mayChoose(stepOf(modelOf(source)).kind)) return [];
  // the way that nobody gave a condition is the likeliest
  const ways = isFlow ? [found] : source.outgoing.toSorted((way, other) => Number(isBare(other)) - Number(isBare(way)));
  return [{
    say: text('fixDefault'),
    choices: ways.map((way) => ({ value: way.id, label: nameOf(way.id) })),
    run: (choice) => setDefault(drawing, source, elementOf(drawing, choice)),
  }];
};

/** The process stops at a choice one of whose ways says nothing: that way, or another, is taken when no condition holds. */
export const bareWay: Fixer<DrawnSite> = (finding, site) => {
  const source = elementOf(site.drawing, finding.element);
  return source && one(modelOf(source), 'default') === undefined && source.outgoing.length > 1 && source.outgoing.some(isBare) ? defaultWay(finding, site) : [];
};
