import type { ModdleElement } from 'bpmn-moddle';
import type { Body, Definition, Flow, Node, NodeId, Process } from '../definition.ts';
import { isContainer } from '../watch.ts';
import { associate } from './compensation.ts';
import { conversationsOf } from './correlation.ts';
import { dataNames, ioOf } from './data.ts';
import { checkCalledData } from './data-set.ts';
import { readFlow } from './flow.ts';
import { warnOfForeign } from './foreign/others.ts';
import { globalTask } from './global-task.ts';
import { laneRoles } from './lane.ts';
import { linkFlows } from './link.ts';
import { loopOf } from './loop.ts';
import { sentByFlow } from './message-flow.ts';
import { many, one, words } from './moddle.ts';
import { nodeReaders, type Base, type Place } from './node.ts';
import { called, type Problems } from './problem.ts';
import { refuseType } from './refusal.ts';
import { whoDoes } from './resource.ts';
import { stepOf, unusableName } from './step.ts';
import { activityChecks } from './rules/activity.ts';
import { compensationChecks } from './rules/compensation.ts';
import { checkDrawing } from './rules/document.ts';
import { eventChecks } from './rules/event.ts';
import { gatewayChecks } from './rules/gateway.ts';
import { checkMisplaced } from './rules/misplaced.ts';
import { structureChecks } from './rules/structure.ts';

interface Container {
  readonly element: ModdleElement;
  readonly place: Place;
  readonly depth: number;
  /** The role that the lane around gives to all within. */
  readonly role?: string | undefined;
}

interface Found {
  readonly root: ModdleElement;
  readonly nodes: Map<NodeId, Node>;
  /** Ids of all flow nodes, also those that were refused: what refers to them is not a second problem. */
  readonly known: Set<NodeId>;
  readonly flows: ModdleElement[];
  readonly associations: ModdleElement[];
  /** Processes in the order they were found: the one that is compiled, then those it calls. */
  readonly processes: Map<string, ModdleElement>;
  readonly work: Container[];
}

/** Compiles one process of a file, with the processes it calls. */
export const compile = (problems: Problems, root: ModdleElement, process: ModdleElement): Definition => {
  const found: Found = {
    root, nodes: new Map(), known: new Set(), flows: [], associations: [], processes: new Map([[process.id!, process]]),
    work: [{ element: process, place: 'process', depth: 0 }],
  };
  for (let container = found.work.pop(); container; container = found.work.pop()) readContainer(problems, found, container);
  const { nodes } = found;
  const flows = connect(problems, found);
  // Around an element that was refused everything else looks broken too: its author hears of that first.
  const whole = nodes.size === found.known.size;
  if (whole) {
    associate(problems, nodes, found.associations);
    for (const node of nodes.values()) for (const check of [...structureChecks, ...gatewayChecks, ...eventChecks, ...activityChecks, ...compensationChecks]) check(problems, node, nodes, flows);
  }
  const bodies = new Map<NodeId, Body>();
  const bodyOf = (id: NodeId): Body => {
    let body = bodies.get(id);
    if (!body) bodies.set(id, (body = whole ? bodyIn(problems, id, nodes) : { starts: [], handlers: [] }));
    return body;
  };
  const elements = [...found.processes.values()];
  const conversations = conversationsOf(problems, root, elements);
  const [main, ...others] = elements.map((element, index): Process => ({ id: element.id!, ...nameOf(element), ...bodyOf(element.id!), ...(conversations[index] && { conversation: conversations[index] }) }));
  const { handlers, conversation, ...rest } = main!;
  return {
    format: 1, ...rest, ...(handlers.length > 0 && { handlers }),
    ...(others.length > 0 && { processes: Object.fromEntries(others.map((other) => [other.id, other])) }),
    nodes: Object.fromEntries([...nodes].map(([id, node]) => [id, isContainer(node) ? { ...node, ...bodyOf(id) } : node])),
    flows: Object.fromEntries(flows), ...(conversation && { conversation }),
  };
};

const nameOf = (element: ModdleElement): { readonly name?: string } => {
  const name = words(element, 'name');
  return name === undefined ? {} : { name };
};

const deepest = 50;

const readContainer = (problems: Problems, found: Found, { element: container, place, depth, role }: Container): void => {
  if (depth > deepest) return problems.error('too-deep', container.id, `expected at most ${deepest} sub-processes within one another, but ${called(container)} is deeper`);
  const roles = laneRoles(problems, container);
  if (place === 'process') whoDoes(problems, container);
  const elements = many(container, 'flowElements');
  warnOfForeign(problems, elements);
  checkDrawing(problems, container);
  found.associations.push(...many(container, 'artifacts').filter(({ $type }) => $type === 'bpmn:Association'));
  for (const element of elements) {
    const given = roles.get(element.id ?? '') ?? role;
    const node = readElement(problems, found, element, container, place, given);
    if (!node) continue;
    if (isContainer(node)) found.work.push({ element, place: node.kind === 'eventSubProcess' ? 'eventSubProcess' : 'subProcess', depth: depth + 1, role: given });
    if (node.kind === 'callActivity') addCalled(problems, found, element, node.called);
  }
};

/** Takes a called process of the same file along. */
const addCalled = (problems: Problems, found: Found, element: ModdleElement, called: unknown): void => {
  const id = element.id!;
  const processes = many(found.root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  if (typeof called !== 'string') {
    for (const process of processes) if (process.id !== undefined && many(process, 'flowElements').length > 0) addProcess(found, process);
    return;
  }
  const process = processes.find((candidate) => candidate.id === called);
  const other = many(found.root, 'rootElements').find((candidate) => candidate.id === called && !candidate.$instanceOf('bpmn:CallableElement'));
  if (process) {
    checkCalledData(problems, element, process);
    addProcess(found, process);
  } else if (other) problems.error('called-element', id, `expected call activity ${id} to call a process or a global task, but ${called} is a ${other.$type.slice('bpmn:'.length)}`);
  else problems.warn('called-elsewhere', id, `expected call activity ${id} to call a process of this file, but "${called}" is not in it: it must be linked before it can run`);
};

const addProcess = (found: Found, process: ModdleElement): void => {
  if (found.processes.has(process.id!)) return;
  found.processes.set(process.id!, process);
  found.work.push({ element: process, place: 'process', depth: 0 });
};

const data = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

const readElement = (problems: Problems, found: Found, element: ModdleElement, container: ModdleElement, place: Place, role: string | undefined): Node | undefined => {
  if (data.has(element.$type)) return undefined;
  const { id } = element;
  if (id === undefined || unusableName(id)) {
    problems.error('missing-id', id, `expected every element to have an id of its own, but ${called(element)} has none that can be used`);
    return undefined;
  }
  if (element.$type === 'bpmn:SequenceFlow') {
    found.flows.push(element);
    return undefined;
  }
  found.known.add(id);
  const task = globalTask(found.root, element);
  if (task) checkCalledData(problems, element, task);
  const type = task ? task.$type.replace('Global', '') : element.$type;
  const read = nodeReaders[type];
  if (!read) {
    refuseType(problems, element);
    return undefined;
  }
  const node = read(problems, task ?? element, baseOf(problems, element, task, container, role), place);
  if (node) {
    found.nodes.set(id, node);
    checkMisplaced(problems, element, task, node, place);
  }
  return node;
};

const baseOf = (problems: Problems, element: ModdleElement, task: ModdleElement | undefined, container: ModdleElement, laneRole: string | undefined): Base => {
  const id = element.id!;
  const activity = element.$instanceOf('bpmn:Activity');
  const chooses = activity || ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway'].includes(element.$type);
  const byDefault = chooses ? one(element, 'default')?.id : undefined;
  const step = { ...(task && { ...whoDoes(problems, task), ...stepOf(problems, task) }), ...whoDoes(problems, element), ...stepOf(problems, element), ...ioOf(problems, element, task !== undefined || !(element.$type === 'bpmn:CallActivity' || element.$instanceOf('bpmn:SubProcess'))) };
  const isForPeople = element.$type === 'bpmn:UserTask' || task?.$type === 'bpmn:GlobalUserTask';
  const role = step.role ?? (isForPeople && !step.candidates ? laneRole : undefined);
  const quantity = (name: string): number | undefined => (activity && typeof element.get(name) === 'number' && element.get(name) !== 1 ? Number(element.get(name)) : undefined);
  const [startQuantity, completionQuantity] = [quantity('startQuantity'), quantity('completionQuantity')];
  for (const [name, value] of Object.entries({ startQuantity, completionQuantity })) {
    if (value !== undefined && (!Number.isInteger(value) || value < 1 || value > 1000)) problems.error('quantity', id, `expected the ${name} of ${called(element)} to be a whole number from 1 to 1000, but it is ${value}`);
  }
  const loop = activity ? loopOf(problems, element) : undefined;
  // A sub-process's data object that is called like what it is given is that, and not another that hides it.
  const given = new Set([...Object.keys(step.inputs ?? {}), ...(loop?.kind === 'multi' ? [loop.element, loop.own] : [])]);
  const own = dataNames(element).filter((name) => !given.has(name));
  const sends = sentByFlow(element);
  return {
    id, ...nameOf(element), ...(task && !words(element, 'name') && nameOf(task)), parent: container.id!, incoming: [], outgoing: [],
    ...(byDefault !== undefined && { default: byDefault }), boundary: [], step: role === undefined ? step : { ...step, role },
    ...(loop && { loop }), ...(startQuantity !== undefined && { startQuantity }), ...(completionQuantity !== undefined && { completionQuantity }),
    ...(activity && element.get('isForCompensation') === true && { forCompensation: true as const }),
    ...(own.length > 0 && { own }), ...(sends && { sends }),
  };
};

/** Reads the flows and hangs flows and boundary events on their nodes. */
const connect = (problems: Problems, { nodes, known, flows }: Found): Map<string, Flow> => {
  const read = new Map<string, Flow>();
  for (const element of flows) {
    const flow = readFlow(problems, element, nodes, known);
    if (flow) read.set(flow.id, flow);
  }
  for (const flow of linkFlows(problems, nodes)) read.set(flow.id, flow);
  for (const flow of read.values()) {
    (nodes.get(flow.source)!.outgoing as string[]).push(flow.id);
    (nodes.get(flow.target)!.incoming as string[]).push(flow.id);
  }
  for (const node of nodes.values()) {
    if (node.kind === 'boundaryEvent') (nodes.get(node.attachedTo)?.boundary as string[] | undefined)?.push(node.id);
  }
  return read;
};

/** Begun by an event or by compensation, not with the scope around. */
const begunOtherwise = (node: Node): boolean =>
  node.kind === 'boundaryEvent' || node.kind === 'eventSubProcess' || node.forCompensation === true
  || (node.kind === 'intermediateCatchEvent' && node.event.kind === 'link')
  || ((node.kind === 'receiveTask' || node.kind === 'eventBasedGateway') && node.instantiate === true);

/** A scope's start events, and what nothing leads to: it begins with its scope (BPMN 2.0.2, 13.3.1). */
const bodyIn = (problems: Problems, scope: NodeId, nodes: ReadonlyMap<NodeId, Node>): Body => {
  const inside = [...nodes.values()].filter(({ parent }) => parent === scope);
  const starts = inside.filter((node) => node.kind === 'startEvent' || (node.incoming.length === 0 && !begunOtherwise(node)));
  const container = nodes.get(scope);
  const handlers = inside.filter(({ kind }) => kind === 'eventSubProcess').map(({ id }) => id);
  const instantiated = inside.some((node) => 'instantiate' in node && node.instantiate);
  const mayBeEmpty = container !== undefined && container.kind !== 'eventSubProcess' && inside.length === 0;
  if (starts.length === 0 && !instantiated && !mayBeEmpty) problems.incomplete('no-start', scope, `expected ${scope} to have a start event, but nothing in it can begin`);
  const end = inside.find(({ kind }) => kind === 'endEvent');
  if (end && !instantiated && container?.kind !== 'adHocSubProcess' && !starts.some(({ kind }) => kind === 'startEvent')) problems.warn('missing-start', end.id, `expected a start event in ${scope}, because it has end event ${end.id}, but there is none`);
  if (starts.some(({ kind }) => kind === 'startEvent') && container?.kind !== 'adHocSubProcess') {
    for (const { id, kind } of starts) {
      if (kind !== 'startEvent') problems.warn('implicit-start', id, `expected a flow to ${kind} ${id}, but nothing leads to it and it begins together with ${scope}`);
    }
  }
  return { starts: starts.map(({ id }) => id), handlers };
};
