import { tool, type Drawing, type Element } from './drawing-tools.ts';

/** Room between two elements of a row. */
export const gap = 50;

/** Makes room right before an element: everything from there on moves to the right, and what is around it grows. */
export const makeRoom = (drawing: Drawing, before: Element, width: number): void => makeRoomAt(drawing, before, before.x - 1, width);

/** The same from a line on, in the drawing where an element stands. */
export function makeRoomAt(drawing: Drawing, beside: Element, start: number, width: number): void {
  const space = tool(drawing, 'spaceTool');
  const root = tool(drawing, 'canvas').findRoot(beside);
  const all = tool(drawing, 'elementRegistry').filter((element) => element.parent !== undefined && tool(drawing, 'canvas').findRoot(element) === root);
  const { movingShapes, resizingShapes } = space.calculateAdjustments(all, 'x', width, start);
  space.makeSpace(movingShapes, resizingShapes, { x: width, y: 0 }, 'e', start);
}
