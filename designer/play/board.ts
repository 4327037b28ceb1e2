import { elementOf } from '../process/editing.ts';
import { inSight, tool, type Drawing } from '../process/drawing-tools.ts';
import { turnTo } from '../process/drawings.ts';
import type { Point } from './line.ts';

/** A picture of a process on which a story is played. What it does not show has no centre and no line. */
export interface Board {
  /** Where the tokens of an element are drawn, above all else that stands there; of what is not shown nowhere. */
  readonly layerOf: (id: string) => Element | undefined;
  /** Takes all tokens away. */
  readonly clear: () => void;
  /** Turns to where an element is drawn. */
  readonly turnTo: (id: string) => void;
  readonly centerOf: (id: string) => Point | undefined;
  readonly lineOf: (flow: string) => readonly Point[] | undefined;
  /** Marks an element as one that the story stands at, or no longer. */
  readonly mark: (id: string, isHere: boolean) => void;
  readonly show: (id: string) => void;
}

const tokens = 'motcua-tokens';
const marker = 'story-here';

const made = (name: string): Element => {
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  group.classList.add(name);
  return group;
};

export const drawingBoard = (drawing: Drawing): Board => ({
  layerOf: (id) => {
    const element = elementOf(drawing, id);
    const root = element && tool(drawing, 'canvas').findRoot(element);
    // within the drawing that the element belongs to, so that they are gone from sight with it
    const all = root && tool(drawing, 'elementRegistry').getGraphics(root);
    return all && (all.querySelector(`:scope > .${tokens}`) ?? all.appendChild(made(tokens)));
  },
  clear: () => {
    for (const root of tool(drawing, 'canvas').getRootElements()) tool(drawing, 'elementRegistry').getGraphics(root).querySelector(`:scope > .${tokens}`)?.remove();
  },
  turnTo: (id) => {
    const element = elementOf(drawing, id);
    if (element) turnTo(drawing, element);
  },
  centerOf: (id) => {
    const element = elementOf(drawing, id);
    return element && element.waypoints === undefined ? { x: element.x + element.width / 2, y: element.y + element.height / 2 } : undefined;
  },
  lineOf: (flow) => elementOf(drawing, flow)?.waypoints,
  mark: (id, isHere) => {
    if (!elementOf(drawing, id)) return;
    if (isHere) tool(drawing, 'canvas').addMarker(id, marker);
    else tool(drawing, 'canvas').removeMarker(id, marker);
  },
  show: (id) => {
    const element = elementOf(drawing, id);
    if (element) tool(drawing, 'canvas').scrollToElement(element, inSight);
  },
});

/** Where there is no picture yet: the story is told by its list of steps alone. */
export const silentBoard: Board = { layerOf: () => undefined, clear: () => undefined, turnTo: () => undefined, centerOf: () => undefined, lineOf: () => undefined, mark: () => undefined, show: () => undefined };
