import { tool, type Axis, type Drawing, type Element } from './drawing-tools.ts';

/** Room between two elements of a row. */
export const gap = 50;

/** Makes room right before an element: everything from there on moves to the right, and what is around it grows. */
export const makeRoom = (drawing: Drawing, before: Element, width: number): void => makeRoomAt(drawing, before, before.x - 1, width);

/** The same from a line across the drawing on, in the one where an element stands: to the right, or down. */
export function makeRoomAt(drawing: Drawing, beside: Element, start: number, size: number, axis: Axis = 'x'): void {
  const space = tool(drawing, 'spaceTool');
  const root = tool(drawing, 'canvas').findRoot(beside);
  const all = tool(drawing, 'elementRegistry').filter((element) => element.parent !== undefined && tool(drawing, 'canvas').findRoot(element) === root);
  const { movingShapes, resizingShapes } = space.calculateAdjustments(all, axis, size, start);
  space.makeSpace(movingShapes, resizingShapes, { x: 0, y: 0, [axis]: size }, axis === 'x' ? 'e' : 's', start);
}
