import type { ModdleElement } from 'bpmn-moddle';
import type { Definition, Flow, Node, NodeId } from '../definition.ts';
import { freeze } from '../freeze.ts';
import { endlessLoop, unreachable } from '../reachability.ts';
import { parse } from './document.ts';
import { readFlow } from './flow.ts';
import { warnOfForeign } from './foreign.ts';
import { laneRoles } from './lane.ts';
import { many, one, words } from './moddle.ts';
import { nodeReaders, type Base } from './node.ts';
import { called, Problems, type Problem } from './problem.ts';
import { refuseMarkers, refuseType } from './refusal.ts';
import { stepOf, unusableName } from './step.ts';
import { structureChecks } from './structure.ts';

type Reading = { readonly definition: Definition; readonly warnings: readonly Problem[] } | { readonly problems: readonly Problem[] };

/**
 * Compiles a BPMN 2.0 diagram into a frozen definition. Everything in it either is executed as the standard says or is
 * refused with rule, element and reason; never throws. `process` names one of several processes by its id; without it
 * the file must have one process, or one that is marked executable.
 */
export const readBpmn = async (xml: string, options: { readonly process?: string } = {}): Promise<Reading> => {
  const problems = new Problems();
  const root = await parse(xml, problems);
  const process = root && choose(problems, root, options.process);
  const definition = process && compile(problems, process);
  if (definition && !problems.fatal) checkWays(problems, definition);
  if (!definition || problems.fatal) return { problems: problems.found };
  // Ids cut out of the XML would keep the whole text in memory and make every lookup slower; a copy through JSON has its own.
  return { definition: freeze(JSON.parse(JSON.stringify(definition)) as Definition), warnings: problems.found };
};

const checkWays = (problems: Problems, definition: Definition): void => {
  for (const id of unreachable(definition)) problems.warn('unreachable', id, `expected a way to ${definition.nodes[id]!.kind} ${id}, but no token can ever enter it`);
  const loop = endlessLoop(definition);
  if (loop) problems.error('endless-loop', loop[0], `expected every loop to wait somewhere or to be left by a choice, but ${loop.join(', ')} would go on for ever`);
};

const choose = (problems: Problems, root: ModdleElement, wanted: string | undefined): ModdleElement | undefined => {
  const all = many(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const executable = all.filter((process) => process.get('isExecutable') === true);
  const candidates = wanted !== undefined ? all.filter(({ id }) => id === wanted) : all.length === 1 ? all : executable;
  const [process] = candidates;
  if (candidates.length === 1 && process?.id !== undefined) return process;
  const ids = all.map(({ id }) => id ?? 'without id').join(', ') || 'none';
  problems.error('which-process', wanted, wanted === undefined
    ? `expected one process with an id, or one that is marked executable, but the file has ${ids}`
    : `expected process ${wanted}, but the file has ${ids}`);
  return undefined;
};

interface Found {
  readonly nodes: Map<NodeId, Node>;
  /** Ids of all flow nodes, also those that were refused: what refers to them is not a second problem. */
  readonly known: Set<NodeId>;
  readonly flows: ModdleElement[];
}

const compile = (problems: Problems, process: ModdleElement): Definition => {
  const found: Found = { nodes: new Map(), known: new Set(), flows: [] };
  const work: Container[] = [{ element: process, depth: 0 }];
  for (let container = work.pop(); container; container = work.pop()) readContainer(problems, found, container, work);
  const flows = connect(problems, found);
  // Around an element that was refused everything else looks broken too: its author hears of that first.
  const whole = found.nodes.size === found.known.size;
  if (whole) for (const node of found.nodes.values()) for (const check of structureChecks) check(problems, node, found.nodes, flows);
  const starts = new Map<NodeId, NodeId[]>([[process.id!, []]]);
  for (const { id, kind } of found.nodes.values()) if (kind === 'subProcess') starts.set(id, []);
  if (whole) for (const [scope, ids] of starts) ids.push(...startsOf(problems, scope, found.nodes));
  const name = words(process, 'name');
  const nodes = Object.fromEntries([...found.nodes].map(([id, node]) => [id, node.kind === 'subProcess' ? { ...node, starts: starts.get(id)! } : node]));
  return { format: 1, id: process.id!, ...(name !== undefined && { name }), starts: starts.get(process.id!)!, nodes, flows: Object.fromEntries(flows) };
};

const deepest = 50;

interface Container {
  readonly element: ModdleElement;
  readonly depth: number;
}

const readContainer = (problems: Problems, found: Found, { element: container, depth }: Container, work: Container[]): void => {
  if (depth > deepest) return problems.error('too-deep', container.id, `expected at most ${deepest} sub-processes within one another, but ${called(container)} is deeper`);
  const roles = laneRoles(container);
  const elements = many(container, 'flowElements');
  warnOfForeign(problems, elements);
  for (const element of elements) {
    const node = readElement(problems, found, element, container, roles);
    if (node?.kind === 'subProcess') work.push({ element, depth: depth + 1 });
  }
};

const notExecuted = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

const readElement = (problems: Problems, found: Found, element: ModdleElement, container: ModdleElement, roles: ReadonlyMap<string, string>): Node | undefined => {
  if (notExecuted.has(element.$type)) return undefined;
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
  refuseMarkers(problems, element);
  const read = nodeReaders[element.$type];
  if (!read) {
    refuseType(problems, element);
    return undefined;
  }
  const name = words(element, 'name');
  const byDefault = element.$instanceOf('bpmn:Activity') || element.$type === 'bpmn:ExclusiveGateway' || element.$type === 'bpmn:InclusiveGateway' ? one(element, 'default')?.id : undefined;
  const step = stepOf(problems, element);
  const role = step.role ?? (element.$type === 'bpmn:UserTask' ? roles.get(id) : undefined);
  const base: Base = {
    id, ...(name !== undefined && { name }), parent: container.id!, incoming: [], outgoing: [],
    ...(byDefault !== undefined && { default: byDefault }), boundary: [], step: role === undefined ? step : { ...step, role },
  };
  const node = read(problems, element, base, container.$type !== 'bpmn:Process');
  if (node) found.nodes.set(id, node);
  return node;
};

/** Reads the flows and hangs flows and boundary events on their nodes. */
const connect = (problems: Problems, { nodes, known, flows }: Found): Map<string, Flow> => {
  const read = new Map<string, Flow>();
  for (const element of flows) {
    const flow = readFlow(problems, element, nodes, known);
    if (!flow) continue;
    read.set(flow.id, flow);
    (nodes.get(flow.source)!.outgoing as string[]).push(flow.id);
    (nodes.get(flow.target)!.incoming as string[]).push(flow.id);
  }
  for (const node of nodes.values()) {
    if (node.kind === 'boundaryEvent') (nodes.get(node.attachedTo)?.boundary as string[] | undefined)?.push(node.id);
  }
  return read;
};

/** A scope's start events, and what nothing leads to: it begins with its scope (BPMN 2.0.2, 13.3.1). */
const startsOf = (problems: Problems, scope: NodeId, nodes: ReadonlyMap<NodeId, Node>): readonly NodeId[] => {
  const inside = [...nodes.values()].filter(({ parent }) => parent === scope);
  const starts = inside.filter(({ kind, incoming }) => kind === 'startEvent' || (kind !== 'boundaryEvent' && incoming.length === 0));
  if (starts.length === 0) problems.error('no-start', scope, `expected ${scope} to have a start event, but nothing in it can begin`);
  if (starts.some(({ kind }) => kind === 'startEvent')) {
    for (const { id, kind } of starts) {
      if (kind !== 'startEvent') problems.warn('implicit-start', id, `expected a flow to ${kind} ${id}, but nothing leads to it and it begins together with ${scope}`);
    }
  }
  return starts.map(({ id }) => id);
};
