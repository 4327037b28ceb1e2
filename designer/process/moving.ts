import { getNewShapePosition } from 'bpmn-js/lib/features/auto-place/BpmnAutoPlaceUtil';
import { connect, together } from './editing.ts';
import type { Target } from './full-kinds.ts';
import { gap, makeRoom } from './room.ts';
import { tool, type Drawing, type Element } from './drawing-tools.ts';

const flowsOf = (flows: readonly Element[]): readonly Element[] => flows.filter(({ type }) => type === 'bpmn:SequenceFlow');

/** Whether a step stands in one row: one way comes in, one leads on. */
export const isInRow = (element: Element): boolean => flowsOf(element.incoming).length === 1 && flowsOf(element.outgoing).length === 1;

/** Whether something can be put right after it: one way leads on. */
export const leadsOn = (element: Element): boolean => flowsOf(element.outgoing).length === 1;

/** Takes a step out of its row and puts it after another; what came before it leads on to what came after. */
export function moveAfter(drawing: Drawing, element: Element, target: Element): void {
  const modeling = tool(drawing, 'modeling');
  const [into] = flowsOf(element.incoming);
  const [out] = flowsOf(element.outgoing);
  const next = out?.target;
  if (!into || !out || !next || into.source === target) return;
  together(drawing, () => {
    modeling.reconnectEnd(into, next, { x: next.x, y: next.y + next.height / 2 });
    modeling.removeElements([out]);
    const [on] = flowsOf(target.outgoing);
    const after = on?.target;
    const right = target.x + target.width;
    const wanted = element.width + 2 * gap;
    const isRow = after !== undefined && after.x >= right && Math.abs(after.y + after.height / 2 - target.y - target.height / 2) < 1;
    if (isRow && after.x - right < wanted) makeRoom(drawing, after, wanted - (after.x - right));
    const place = isRow ? { x: right + gap + element.width / 2, y: target.y + target.height / 2 } : getNewShapePosition(target as never, element as never, tool(drawing, 'elementRegistry') as never);
    modeling.moveElements([element], { x: place.x - element.x - element.width / 2, y: place.y - element.y - element.height / 2 });
    if (on) modeling.reconnectStart(on, element, { x: element.x + element.width, y: element.y + element.height / 2 }, {});
    connect(drawing, target, element);
  });
}

/** Room between events on one edge. */
const besideEvents = 45;

/** Hangs an event on the edge of a step, a clock with its limit: what comes after it happens when the event does. Answers its id. */
export function addOnEdge(drawing: Drawing, element: Element, target: Target, limit: string): string {
  const modeling = tool(drawing, 'modeling');
  let id = '';
  together(drawing, () => {
    const x = Math.max(element.x + 15, element.x + element.width - 25 - besideEvents * element.attachers.length);
    const event = modeling.createShape(tool(drawing, 'elementFactory').createShape({ ...target }), { x, y: element.y + element.height }, element, { attach: true });
    ({ id } = event);
    if (target.eventDefinitionType !== 'bpmn:TimerEventDefinition') return;
    const [definition] = (event.businessObject as { eventDefinitions: object[] }).eventDefinitions;
    const duration = tool(drawing, 'moddle').create('bpmn:FormalExpression', { body: limit });
    Object.assign(duration, { $parent: definition });
    modeling.updateModdleProperties(event, definition!, { timeDuration: duration });
  });
  return id;
}
