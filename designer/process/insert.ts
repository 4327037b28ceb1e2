import { getNewShapePosition } from 'bpmn-js/lib/features/auto-place/BpmnAutoPlaceUtil';
import { connect, modelOf, together } from './editing.ts';
import { many, textIn, type Model } from './model.ts';
import { tool, type Drawing, type Element } from './drawing-tools.ts';
import type { Pattern, Piece, Stock } from './procedure-steps.ts';
import { gap, makeRoom } from './room.ts';
import { attribute, type StepText } from './step.ts';

type Settable = Model & { set(name: string, value: unknown): void };
const settable = (model: Model): Settable => model as Settable;
const within = <M extends Model>(model: M, parent: Model): M => Object.assign(model, { $parent: parent });

/** What the package has that a ready step may name, kept where the palette finds it; a fee that is found already is not asked for again. */
export function stockOf(drawing: Drawing): Stock {
  const stock = tool(drawing, 'motcuaStock');
  const isFound = tool(drawing, 'elementRegistry').filter(({ type, businessObject }) => type === 'bpmn:BusinessRuleTask' && textIn(businessObject as Model, 'motcua:result') === 'fee').length > 0;
  return isFound ? { ...stock, feeDecision: '' } : stock;
}

const messageNamed = (drawing: Drawing, name: string): Model => {
  const definitions = drawing.getDefinitions() as unknown as Model;
  return many(definitions, 'rootElements').find((one) => one.$type === 'bpmn:Message' && textIn(one, 'name') === name)
    ?? within(tool(drawing, 'moddle').create('bpmn:Message', { id: `Message_${name.replaceAll(/\W/g, '_')}`, name }), definitions);
};

/** A shape that is in no drawing yet, with all that the piece says. */
function shapeOf(drawing: Drawing, { type, name, texts = {}, inputs = {}, message, timer }: Piece): Element {
  const moddle = tool(drawing, 'moddle');
  const shape = tool(drawing, 'elementFactory').createShape({ type, ...(timer !== undefined && { eventDefinitionType: 'bpmn:TimerEventDefinition' }) });
  const model = settable(modelOf(shape));
  model.set('name', name.vi);
  for (const [key, text] of Object.entries({ ...texts, nameEn: name.en })) model.set(`motcua:${key}`, attribute(key as StepText, text));
  if (Object.keys(inputs).length > 0) {
    const holder = within(moddle.create('bpmn:ExtensionElements'), model);
    settable(holder).set('values', Object.entries(inputs).map(([key, text]) => within(moddle.create('motcua:Input', { name: key, text }), holder)));
    model.set('extensionElements', holder);
  }
  if (message !== undefined) model.set('messageRef', messageNamed(drawing, message));
  const [event] = timer === undefined ? [] : many(model, 'eventDefinitions');
  if (event) settable(event).set('timeDuration', within(moddle.create('bpmn:FormalExpression', { body: timer }), event));
  return shape;
}

/** The shapes of a pattern beside one another, and the flows between them, to be put into the drawing together. */
export function elementsOf(drawing: Drawing, { pieces, ways }: Pattern): readonly Element[] {
  const factory = tool(drawing, 'elementFactory');
  const shapes = new Map(pieces.map((piece) => [piece.key, Object.assign(shapeOf(drawing, piece), {})]));
  for (const { key, at } of pieces) {
    const shape = shapes.get(key)!;
    Object.assign(shape, { x: at - shape.width / 2, y: -shape.height / 2 });
  }
  const flows = ways.map(({ from, to, condition, isDefault }) => {
    const [source, target] = [shapes.get(from)!, shapes.get(to)!];
    const [start, end] = [source.x + source.width / 2, target.x + target.width / 2];
    const waypoints = isDefault
      ? [{ x: start, y: source.height / 2 }, { x: start, y: 80 }, { x: end, y: 80 }, { x: end, y: target.height / 2 }]
      : [{ x: source.x + source.width, y: 0 }, { x: target.x, y: 0 }];
    const flow = factory.createConnection({ type: 'bpmn:SequenceFlow', source, target, waypoints });
    if (condition !== undefined) settable(modelOf(flow)).set('conditionExpression', within(tool(drawing, 'moddle').create('bpmn:FormalExpression', { body: condition }), modelOf(flow)));
    if (isDefault) settable(modelOf(source)).set('default', modelOf(flow));
    return flow;
  });
  return [...shapes.values(), ...flows];
}

/** How much further a pattern reaches below its row than above it: it is placed by the middle of all of it. */
function below(elements: readonly Element[]): number {
  const edges = elements.flatMap(({ y, height, waypoints }) => waypoints?.map((point) => point.y) ?? [y, y + height]);
  return Math.max(...edges) + Math.min(...edges);
}

/** Puts a pattern after a step, on one of the ways out of it or on the only one; that way now leads on from the pattern's end, and the row makes room. Answers the first new step's id. */
export function insertAfter(drawing: Drawing, element: Element, pattern: Pattern, way?: Element): string {
  const modeling = tool(drawing, 'modeling');
  const outgoing = element.outgoing.filter((flow) => flow.type === 'bpmn:SequenceFlow');
  const elements = elementsOf(drawing, pattern);
  const [first] = elements;
  const last = elements[pattern.pieces.length - 1];
  if (!first || !last) return '';
  const width = last.x + last.width - first.x;
  // a gateway that brings ways together leads on by its one way; one that parts them gets another
  const parts = element.type.endsWith('Gateway') && element.incoming.length < 2;
  const [only] = way ? [way] : outgoing.length === 1 && !parts ? outgoing : [];
  const next = only?.target;
  const right = element.x + element.width;
  const isRow = next !== undefined && next.x >= right && Math.abs(next.y + next.height / 2 - element.y - element.height / 2) < 1;
  together(drawing, () => {
    if (isRow && next.x - right < width + 2 * gap) makeRoom(drawing, next, width + 2 * gap - (next.x - right));
    const place = isRow ? { x: right + gap + first.width / 2, y: element.y + element.height / 2 } : getNewShapePosition(element as never, first as never, tool(drawing, 'elementRegistry') as never);
    modeling.createElements(elements, { x: place.x + (width - first.width) / 2, y: place.y + below(elements) / 2 }, element.parent!);
    if (only) modeling.reconnectStart(only, last, { x: last.x + last.width, y: last.y + last.height / 2 }, {});
    connect(drawing, element, first);
  });
  return first.id;
}
