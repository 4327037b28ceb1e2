import { tool, type Drawing, type Element } from './drawing-tools.ts';

/** Room between two elements of a row. */
export const gap = 50;

/** Makes room right before an element: everything from there on moves to the right, and what is around it grows. */
export function makeRoom(drawing: Drawing, before: Element, width: number): void {
  const space = tool(drawing, 'spaceTool');
  const start = before.x - 1;
  const all = tool(drawing, 'elementRegistry').filter(({ parent }) => parent !== undefined);
  const { movingShapes, resizingShapes } = space.calculateAdjustments(all, 'x', width, start);
  space.makeSpace(movingShapes, resizingShapes, { x: width, y: 0 }, 'e', start);
}
