import { tool, type Drawing, type Element } from '../drawing-tools.ts';

/** Which role a lane gives to the steps of people in it; blank gives none, unless its name is the code of one. */
export const setLaneRole = (drawing: Drawing, element: Element, role: string): void => tool(drawing, 'modeling').updateProperties(element, { 'motcua:role': role || undefined });
