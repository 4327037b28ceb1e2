import type { ModdleElement } from 'bpmn-moddle';
import { many, one } from '../moddle.ts';
import { called, type Problems } from '../problem.ts';

const containerOf = (element: ModdleElement, type: string): ModdleElement | undefined => {
  let around = element.$parent;
  while (around && !around.$instanceOf(type)) around = around.$parent;
  return around;
};

/** The process in which an end of a message flow stands; a pool stands for the process it holds. */
const processOf = (end: ModdleElement): ModdleElement | undefined => (end.$instanceOf('bpmn:Participant') ? one(end, 'processRef') : containerOf(end, 'bpmn:Process'));

const ends: Readonly<Record<'sourceRef' | 'targetRef', { readonly what: string; readonly may: (end: ModdleElement) => boolean }>> = {
  sourceRef: { what: 'a pool, an activity, or an event that throws', may: (end) => end.$instanceOf('bpmn:Participant') || end.$instanceOf('bpmn:Activity') || end.$instanceOf('bpmn:ThrowEvent') },
  targetRef: { what: 'a pool, an activity, or an event that catches', may: (end) => end.$instanceOf('bpmn:Participant') || end.$instanceOf('bpmn:Activity') || end.$instanceOf('bpmn:CatchEvent') },
};

/** Messages go from one participant to another, between what can send and receive them (BPMN 2.0.2, 9.4 and table 7.3). */
export const checkMessageFlows = (problems: Problems, root: ModdleElement): void => {
  const flows = many(root, 'rootElements').filter((element) => element.$instanceOf('bpmn:Collaboration')).flatMap((collaboration) => many(collaboration, 'messageFlows'));
  for (const flow of flows) {
    const [source, target] = (['sourceRef', 'targetRef'] as const).map((property) => {
      const end = one(flow, property);
      if (!end) problems.incomplete('message-flow-end', flow.id, `expected message flow ${flow.id ?? ''} to have a ${property}, but it has none`);
      else if (!ends[property].may(end)) problems.incomplete('message-flow-end', flow.id, `expected the ${property} of message flow ${flow.id ?? ''} to be ${ends[property].what}, but it is ${called(end)}`);
      return end;
    });
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

const dataReferences = (problems: Problems, elements: readonly ModdleElement[]): void => {
  for (const element of elements) {
    if (element.$type === 'bpmn:DataObjectReference' && !one(element, 'dataObjectRef')) problems.warn('data-reference', element.id, `expected ${called(element)} to refer to a data object, but it refers to none`);
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
  dataReferences(problems, elements);
};
