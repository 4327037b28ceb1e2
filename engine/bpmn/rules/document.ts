import type { ModdleElement } from 'bpmn-moddle';
import { keyOf } from '../data-key.ts';
import { messagesOf } from '../event-definitions.ts';
import { referredMessage } from '../message-flow.ts';
import { isWithin, many, one } from '../moddle.ts';
import { called, type Problems } from '../problem.ts';

const containerOf = (element: ModdleElement, type: string): ModdleElement | undefined => {
  let around = element.$parent;
  while (around && !around.$instanceOf(type)) around = around.$parent;
  return around;
};

/** The process in which an end of a message flow stands; a pool stands for the process it holds. */
const processOf = (end: ModdleElement): ModdleElement | undefined => (end.$instanceOf('bpmn:Participant') ? one(end, 'processRef') : containerOf(end, 'bpmn:Process'));

/** An event that sends or receives says so by its trigger (BPMN 2.0.2, 10.5.2 to 10.5.4). */
const isMessage = (event: ModdleElement): boolean => messagesOf(event).length > 0;

const ends: Readonly<Record<'sourceRef' | 'targetRef', { readonly what: string; readonly may: (end: ModdleElement) => boolean }>> = {
  sourceRef: { what: 'a pool, an activity, or an event that throws a message', may: (end) => end.$instanceOf('bpmn:Participant') || end.$instanceOf('bpmn:Activity') || (end.$instanceOf('bpmn:ThrowEvent') && isMessage(end)) },
  targetRef: { what: 'a pool, an activity, or an event that catches a message', may: (end) => end.$instanceOf('bpmn:Participant') || end.$instanceOf('bpmn:Activity') || (end.$instanceOf('bpmn:CatchEvent') && isMessage(end)) },
};

/** What of an element refers to a message. */
const speakersOf = (end: ModdleElement): readonly ModdleElement[] => {
  if (end.$instanceOf('bpmn:SendTask') || end.$instanceOf('bpmn:ReceiveTask')) return [end];
  return messagesOf(end);
};

/** Activities that wait for messages, themselves or by what is in them. */
const listens: ReadonlySet<string> = new Set(['bpmn:ReceiveTask', 'bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess', 'bpmn:CallActivity']);

/** Messages go from one participant to another, between what can send and receive them (BPMN 2.0.2, 9.4 and table 7.3). */
export const checkMessageFlows = (problems: Problems, root: ModdleElement): void => {
  const flows = many(root, 'rootElements').filter((element) => element.$instanceOf('bpmn:Collaboration')).flatMap((collaboration) => many(collaboration, 'messageFlows'));
  for (const flow of flows) {
    const [source, target] = (['sourceRef', 'targetRef'] as const).map((property) => {
      const end = one(flow, property);
      if (!end) problems.incomplete('message-flow-end', flow.id, `expected message flow ${flow.id ?? ''} to have a ${property}, but it has none`);
      else if (!ends[property].may(end)) problems.incomplete('message-flow-end', flow.id, `expected the ${property} of message flow ${flow.id ?? ''} to be ${ends[property].what}, but it is ${called(end)}`);
      const said = one(flow, 'messageRef');
      const meant = end && said ? speakersOf(end).map(referredMessage).filter((message) => message !== undefined) : [];
      if (said && meant.length > 0 && !meant.includes(said)) problems.incomplete('message-flow-message', flow.id, `expected message flow ${flow.id ?? ''} to carry the message of ${called(end!)}, ${called(meant[0]!)}, but it names ${called(said)}`);
      return end;
    });
    if (target?.$instanceOf('bpmn:Activity') && !listens.has(target.$type)) problems.warn('message-flow-unheard', flow.id, `expected message flow ${flow.id ?? ''} to lead to what waits for a message, but ${called(target)} does not: it is begun by its sequence flow alone`);
    const [from, to] = [source && processOf(source), target && processOf(target)];
    if ((from && from === to) || (source && source === target)) {
      problems.incomplete('message-flow-within', flow.id, `expected message flow ${flow.id ?? ''} to go from one pool to another, but both ends are in ${(from ?? source)!.id ?? 'the same pool'}`);
    }
  }
};

type Count = { in: number; out: number };

const directions: Readonly<Record<string, (count: Count) => boolean>> = {
  Converging: (count) => count.in > 1 && count.out <= 1,
  Diverging: (count) => count.in <= 1 && count.out > 1,
  Mixed: (count) => count.in > 1 && count.out > 1,
};

/** A gateway keeps to the direction it is said to have (BPMN 2.0.2, 10.6, table 10.104). */
const gatewayDirection = (problems: Problems, elements: readonly ModdleElement[], counts: ReadonlyMap<ModdleElement, Count>): void => {
  for (const gateway of elements) {
    if (!gateway.$instanceOf('bpmn:Gateway')) continue;
    const direction = String(gateway.get('gatewayDirection'));
    const count = counts.get(gateway) ?? { in: 0, out: 0 };
    if (directions[direction]?.(count) === false) {
      problems.incomplete('gateway-direction', gateway.id, `expected ${called(gateway)} to be ${direction.toLowerCase()}, as it says, but it has ${count.in} incoming and ${count.out} outgoing flows`);
    }
  }
};

/** The same way drawn twice sends two tokens (BPMN 2.0.2, 13.3.1), which hardly anybody means. */
const duplicateFlows = (problems: Problems, flows: readonly ModdleElement[]): void => {
  const seen = new Map<string, string>();
  for (const flow of flows) {
    const [source, target] = [one(flow, 'sourceRef')?.id, one(flow, 'targetRef')?.id];
    if (source === undefined || target === undefined || one(flow, 'conditionExpression')) continue;
    const first = seen.get(`${source} ${target}`);
    if (first !== undefined) problems.warn('duplicate-flow', flow.id, `expected one flow from ${source} to ${target}, but ${first} and ${flow.id ?? 'another'} both lead there and two tokens go`);
    else seen.set(`${source} ${target}`, flow.id ?? 'another');
  }
};

const lanes = (problems: Problems, container: ModdleElement): void => {
  const work = [...many(container, 'laneSets')];
  for (let set = work.pop(); set; set = work.pop()) {
    for (const lane of many(set, 'lanes')) {
      for (const node of many(lane, 'flowNodeRef')) {
        if (!node.$instanceOf('bpmn:FlowNode') || containerOf(node, 'bpmn:Process') !== containerOf(lane, 'bpmn:Process')) {
          problems.warn('lane-node', lane.id, `expected lane ${lane.id ?? ''} to hold steps of its own process, but it holds ${called(node)}`);
        }
      }
      const inner = one(lane, 'childLaneSet');
      if (inner) work.push(inner);
    }
  }
};

/** A data object is seen within its scope, and known by its name there (BPMN 2.0.2, 10.4.1). */
const dataObjects = (problems: Problems, container: ModdleElement, elements: readonly ModdleElement[]): void => {
  const known = new Map<string, ModdleElement>();
  for (const element of [...many(container, 'properties'), ...elements]) {
    if (element.$type === 'bpmn:DataObjectReference') {
      const object = one(element, 'dataObjectRef');
      const scope = object?.$instanceOf('bpmn:DataObject') ? object.$parent : undefined;
      if (!object) problems.warn('data-reference', element.id, `expected ${called(element)} to refer to a data object, but it refers to none`);
      else if (scope && !isWithin(container, scope)) problems.error('data-reference', element.id, `expected ${called(element)} to refer to a data object beside it or around it, but that stands in ${called(scope)}`);
    }
    if (element.$type !== 'bpmn:DataObject' && element.$type !== 'bpmn:Property') continue;
    const first = known.get(keyOf(element));
    if (first) problems.warn('data-name', element.id, `expected ${called(element)} to have a name of its own, but ${called(first)} has the same and both are one value here`);
    else known.set(keyOf(element), element);
  }
};

/** What the standard says of a process as it is drawn, before anything of it is compiled. */
export const checkDrawing = (problems: Problems, container: ModdleElement): void => {
  const elements = many(container, 'flowElements');
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  const counts = new Map<ModdleElement, Count>();
  const count = (end: ModdleElement | undefined, way: 'in' | 'out'): void => {
    if (!end) return;
    const known = counts.get(end) ?? { in: 0, out: 0 };
    counts.set(end, { ...known, [way]: known[way] + 1 });
  };
  for (const flow of flows) {
    count(one(flow, 'sourceRef'), 'out');
    count(one(flow, 'targetRef'), 'in');
  }
  gatewayDirection(problems, elements, counts);
  duplicateFlows(problems, flows);
  lanes(problems, container);
  dataObjects(problems, container, elements);
};
