import { tool, type Drawing, type Element } from './drawing-tools.ts';

/** What may lead from one element to another by the rules of BPMN: a way, a message, a line. Nothing where none may, and not from an element to itself. */
export const linkBetween = (drawing: Drawing, source: Element, target: Element): { readonly type: string } | undefined =>
  (source === target ? undefined : tool(drawing, 'bpmnRules').canConnect(source, target)) || undefined;

/** Draws it. */
export function link(drawing: Drawing, source: Element, target: Element): void {
  const by = linkBetween(drawing, source, target);
  if (by) tool(drawing, 'modeling').connect(source, target, by);
}

/** Leads what is drawn between two elements to another one; its name and condition stay. */
export const leadTo = (drawing: Drawing, connection: Element, target: Element): void =>
  tool(drawing, 'modeling').reconnectEnd(connection, target, { x: target.x + target.width / 2, y: target.y + target.height / 2 });
