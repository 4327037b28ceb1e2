import { elementOf } from '../process/editing.ts';
import { inSight, tool, type Drawing } from '../process/drawing-tools.ts';
import type { Point } from './line.ts';

/** A picture of a process on which a story is played. What it does not show has no centre and no line. */
export interface Board {
  /** Where tokens are drawn, above all else. */
  readonly layer: () => Element;
  readonly centerOf: (id: string) => Point | undefined;
  readonly lineOf: (flow: string) => readonly Point[] | undefined;
  /** Marks an element as one that the story stands at, or no longer. */
  readonly mark: (id: string, isHere: boolean) => void;
  readonly show: (id: string) => void;
}

const layer = 'motcua-tokens';
const above = 5;
const marker = 'story-here';

export const drawingBoard = (drawing: Drawing): Board => ({
  layer: () => tool(drawing, 'canvas').getLayer(layer, above),
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
export const silentBoard: Board = { layer: () => document.createElementNS('http://www.w3.org/2000/svg', 'g'), centerOf: () => undefined, lineOf: () => undefined, mark: () => undefined, show: () => undefined };
