import { tool, type Drawing, type Element } from './drawing-tools.ts';

/** Room between two elements of a row. */
export const gap = 50;

/** Makes room right before an element: everything from there on moves to the right, and what is around it grows. */
export const makeRoom = (drawing: Drawing, before: Element, width: number): void => makeRoomAt(drawing, before.x - 1, width);

/** The same from a line on. */
export function makeRoomAt(drawing: Drawing, start: number, width: number): void {
  const space = tool(drawing, 'spaceTool');
  const all = tool(drawing, 'elementRegistry').filter(({ parent }) => parent !== undefined);
  const { movingShapes, resizingShapes } = space.calculateAdjustments(all, 'x', width, start);
  space.makeSpace(movingShapes, resizingShapes, { x: width, y: 0 }, 'e', start);
}
