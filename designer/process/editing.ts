import type { StepAttribute } from '../../engine/bpmn/attribute-places.ts';
import type { Target } from './full-kinds.ts';
import type { Model } from './model.ts';
import { one, textIn } from './model.ts';
import type { Drawing, Element } from './drawing-tools.ts';
import { insideOf, tool } from './drawing-tools.ts';
import { gap, makeRoom, makeRoomAt } from './room.ts';
import { attribute, eventDefinition, namedIn, written, type NamedExpression, type NamedKind, type StepText, type TimerType } from './step.ts';

// Every change goes through the drawing tool's commands, so that undo takes it back and the drawing follows.

export const modelOf = (element: Element): Model => element.businessObject as Model;
export const elementOf = (drawing: Drawing, id: string): Element | undefined => tool(drawing, 'elementRegistry').get(id);

/** Several changes as one step of undo. */
export const together = (drawing: Drawing, run: () => void) => tool(drawing, 'commandStack').execute('motcua.together', { run });

export const setText = (drawing: Drawing, element: Element, name: StepText, text: string) =>
  tool(drawing, 'modeling').updateProperties(element, { [`motcua:${name}`]: attribute(name, text) });

/** Takes away what attributes say. */
export const unsay = (drawing: Drawing, element: Element, attributes: readonly StepAttribute[]) =>
  tool(drawing, 'modeling').updateProperties(element, Object.fromEntries(attributes.map((name) => [`motcua:${name}`, undefined])));

export const setName = (drawing: Drawing, element: Element, text: string) =>
  tool(drawing, 'modeling').updateProperties(element, { name: text.normalize('NFC').trim() || undefined });

export const setScript = (drawing: Drawing, element: Element, text: string) =>
  tool(drawing, 'modeling').updateProperties(element, { script: text.trim() || undefined, scriptFormat: 'feel' });

export const setInputs = (drawing: Drawing, element: Element, inputs: readonly NamedExpression[]): void => setNamed(drawing, element, 'motcua:Input', inputs);

/** Gives an element other named FEEL of a kind, and leaves all else that stands beside it. */
export function setNamed(drawing: Drawing, element: Element, kind: NamedKind, named: readonly NamedExpression[]): void {
  const moddle = tool(drawing, 'moddle');
  const model = modelOf(element);
  const holder = one(model, 'extensionElements');
  const others = holder ? (holder.get('values') as Model[]).filter(({ $type }) => $type !== kind) : [];
  if (JSON.stringify(named) === JSON.stringify(namedIn(model, kind))) return;
  const children = named.map(({ name, text }) => moddle.create(kind, { name: name.trim(), text: text.trim() }));
  const made = moddle.create('bpmn:ExtensionElements', { values: [...others, ...children] });
  for (const child of children) Object.assign(child, { $parent: made });
  Object.assign(made, { $parent: model });
  tool(drawing, 'modeling').updateProperties(element, { extensionElements: others.length + children.length === 0 ? undefined : made });
}

/** Has every step that asks a decision of a file hand it an input; without a text no more. */
export function giveDecision(drawing: Drawing, file: string, name: string, text: string | undefined): void {
  const askers = tool(drawing, 'elementRegistry').filter(({ type, businessObject }) => type === 'bpmn:BusinessRuleTask' && textIn(businessObject as Model, 'motcua:decision').startsWith(`${file}#`));
  if (askers.length === 0) return;
  together(drawing, () => {
    for (const asker of askers) setInputs(drawing, asker, [...namedIn(modelOf(asker), 'motcua:Input').filter((input) => input.name !== name), ...(text === undefined ? [] : [{ name, text }])]);
  });
}

/** Has a step ask a decision and hand it just what it wants. */
export function askDecision(drawing: Drawing, element: Element, reference: string, inputs: readonly NamedExpression[]): void {
  together(drawing, () => {
    setText(drawing, element, 'decision', reference);
    setInputs(drawing, element, inputs);
  });
}

/** Writes a condition, or takes it away. A way with a condition cannot be the usual one. */
export function setCondition(drawing: Drawing, flow: Element, text: string): void {
  const modeling = tool(drawing, 'modeling');
  const body = written(text);
  const source = elementOf(drawing, one(modelOf(flow), 'sourceRef')?.id ?? '');
  together(drawing, () => {
    modeling.updateProperties(flow, { conditionExpression: body === '' ? undefined : tool(drawing, 'moddle').create('bpmn:FormalExpression', { body }) });
    if (body !== '' && source && one(modelOf(source), 'default') === modelOf(flow)) modeling.updateProperties(source, { default: undefined });
  });
}

/** The way that is taken when no condition holds; its own condition goes. `undefined`: no such way. */
export function setDefault(drawing: Drawing, source: Element, flow: Element | undefined): void {
  const modeling = tool(drawing, 'modeling');
  together(drawing, () => {
    modeling.updateProperties(source, { default: flow && modelOf(flow) });
    if (flow && one(modelOf(flow), 'conditionExpression')) modeling.updateProperties(flow, { conditionExpression: undefined });
  });
}

export function setTimer(drawing: Drawing, element: Element, type: TimerType, text: string, definition = eventDefinition(modelOf(element))): void {
  if (!definition) return;
  const expression = tool(drawing, 'moddle').create('bpmn:FormalExpression', { body: text.trim() });
  Object.assign(expression, { $parent: definition });
  const none = { timeDuration: undefined, timeDate: undefined, timeCycle: undefined };
  tool(drawing, 'modeling').updateModdleProperties(element, definition, { ...none, [type]: expression });
}

export const kindsToAdd = ['bpmn:UserTask', 'bpmn:ServiceTask', 'bpmn:BusinessRuleTask', 'bpmn:ExclusiveGateway', 'bpmn:ParallelGateway', 'bpmn:EndEvent'] as const;
export type KindToAdd = (typeof kindsToAdd)[number];

/** What the way that led on from a step cannot lead on from: an end, and the end of a link, which goes on elsewhere. */
const ends = ({ type, eventDefinitionType }: Target): boolean => type === 'bpmn:EndEvent' || (type === 'bpmn:IntermediateThrowEvent' && eventDefinitionType === link);
const link = 'bpmn:LinkEventDefinition';

/** Puts a step after another; where one way led on, it now leads on from the new step, and the row makes room. Where a link comes out, nothing leads: it stands below. Answers the new step's id. */
export function addAfter(drawing: Drawing, element: Element, target: Target, name: string): string {
  const modeling = tool(drawing, 'modeling');
  const outgoing = element.outgoing.filter((flow) => flow.type === 'bpmn:SequenceFlow');
  const isApart = target.type === 'bpmn:IntermediateCatchEvent' && target.eventDefinitionType === link;
  const [only] = outgoing.length === 1 && !element.type.endsWith('Gateway') && !isApart && !ends(target) ? outgoing : [];
  const right = element.x + element.width;
  const middle = element.y + element.height / 2;
  const next = only?.target;
  const isRow = next !== undefined && next.x >= right && Math.abs(next.y + next.height / 2 - middle) < 1;
  let id = '';
  together(drawing, () => {
    const made = tool(drawing, 'elementFactory').createShape({ ...target });
    const wanted = made.width + 2 * gap;
    if (isRow && next.x - right < wanted) makeRoom(drawing, next, wanted - (next.x - right));
    const shape = isApart ? modeling.createShape(made, { x: element.x + element.width / 2, y: element.y + element.height + 80 }, element.parent!)
      : isRow ? modeling.createShape(made, { x: right + gap + made.width / 2, y: middle }, element.parent!)
        : tool(drawing, 'autoPlace').append(element, made);
    id = shape.id;
    if (name !== '') modeling.updateProperties(shape, { name });
    if (only) modeling.reconnectStart(only, shape, { x: shape.x + shape.width, y: shape.y + shape.height / 2 }, {});
    if (isRow) connect(drawing, element, shape);
  });
  return id;
}

/** Half the height of what stands in a drawing, where it begins when nothing does. */
const middleOf = ([first]: readonly Element[]): number => (first ? first.y + first.height / 2 : 200);

/** Puts a step into a sub-process, beside those that are there; it grows as far as it must, and what stands behind it moves on. One that is drawn closed has a drawing of its own for them. Answers its id. */
export function addInside(drawing: Drawing, around: Element, target: Target, name: string): string {
  const modeling = tool(drawing, 'modeling');
  const plane = elementOf(drawing, insideOf(around.id));
  const container = plane ?? around;
  const inside = tool(drawing, 'elementRegistry').filter(({ parent, waypoints, host }) => parent === container && waypoints === undefined && host === undefined);
  const right = Math.max(plane ? 0 : container.x, ...inside.map(({ x, width }) => x + width));
  let id = '';
  together(drawing, () => {
    const made = tool(drawing, 'elementFactory').createShape({ ...target });
    const edge = container.x + container.width;
    const lacking = plane ? 0 : right + made.width + 2 * gap - edge;
    if (lacking > 0) makeRoomAt(drawing, container, edge - 1, lacking);
    const shape = modeling.createShape(made, { x: right + gap + made.width / 2, y: plane ? middleOf(inside) : container.y + container.height / 2 }, container);
    id = shape.id;
    if (name !== '') modeling.updateProperties(shape, { name });
  });
  return id;
}

export const connect = (drawing: Drawing, source: Element, target: Element) => void tool(drawing, 'modeling').connect(source, target, { type: 'bpmn:SequenceFlow' });
export const remove = (drawing: Drawing, element: Element) => tool(drawing, 'modeling').removeElements([element]);

export type GatewayKind = 'bpmn:ExclusiveGateway' | 'bpmn:InclusiveGateway' | 'bpmn:ParallelGateway';

/** Makes another gateway of one; it keeps its id, by which dossiers in flight and expressions know it. */
export function becomeKind(drawing: Drawing, element: Element, type: GatewayKind): void {
  const { id } = element;
  together(drawing, () => {
    const made = tool(drawing, 'bpmnReplace').replaceElement(element, { type });
    tool(drawing, 'modeling').updateProperties(made, { id });
  });
}

/** Leads ways into an element through a gateway of their own. */
export function joinBefore(drawing: Drawing, element: Element, ways: readonly Element[], type: GatewayKind): void {
  const modeling = tool(drawing, 'modeling');
  const middle = { x: element.x - 60, y: element.y + element.height / 2 };
  const gateway = modeling.createShape(tool(drawing, 'elementFactory').createShape({ type }), middle, element.parent!);
  for (const way of ways) modeling.reconnectEnd(way, gateway, middle);
  connect(drawing, gateway, element);
}
