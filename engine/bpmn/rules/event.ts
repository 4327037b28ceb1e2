import type { EventDefinition, Flow, Node } from '../../definition.ts';
import type { Problems } from '../problem.ts';

type Check = (problems: Problems, node: Node, nodes: ReadonlyMap<string, Node>, flows: ReadonlyMap<string, Flow>) => void;

/** The single events of a node, also of one that gathers several. */
export const eventsOf = (node: Node): readonly EventDefinition[] => {
  if (!('event' in node)) return [];
  return node.event.kind === 'multiple' ? node.event.events : [node.event];
};

/** An error or escalation is thrown by its code (BPMN 2.0.2, 10.5.3 and 10.5.6). */
const thrownHasCode: Check = (problems, node) => {
  if (node.kind !== 'endEvent' && node.kind !== 'intermediateThrowEvent') return;
  for (const event of eventsOf(node)) {
    if ((event.kind === 'error' || event.kind === 'escalation') && event.code === undefined) {
      problems.warn(`missing-${event.kind}`, node.id, `expected ${node.kind} ${node.id} to refer to the ${event.kind} that it throws, but it refers to none and only an event that catches any gets it`);
    }
  }
};

/** The two ends of a link stand for one flow: none leads to the catching end, none leaves the throwing one (BPMN 2.0.2, 10.5.1). */
const linkEnds: Check = (problems, node, _nodes, flows) => {
  if (!eventsOf(node).some(({ kind }) => kind === 'link')) return;
  const drawn = (node.kind === 'intermediateCatchEvent' ? node.incoming : node.outgoing).filter((id) => !flows.get(id)!.link);
  if (drawn.length > 0) problems.error('link-flow', drawn[0], `expected only the link to join ${node.kind} ${node.id} to its other end, but flow ${drawn[0]} does too`);
};

/** What happens in an instance that nobody begins at: an event sub-process has one way to begin (BPMN 2.0.2, 10.3.5). */
const oneTrigger: Check = (problems, node, nodes) => {
  if (node.kind !== 'eventSubProcess') return;
  const starts = [...nodes.values()].filter(({ parent, kind }) => parent === node.id && kind === 'startEvent');
  if (starts.length > 1) problems.incomplete('event-sub-process-start', node.id, `expected event sub-process ${node.id} to have one start event, but it has ${starts.map(({ id }) => id).join(', ')}`);
};

/** Which events belong together is told by what messages and signals bring: time and conditions bring nothing (BPMN 2.0.2, 10.5.2 and 8.4.2). */
const allByWord: Check = (problems, node, nodes) => {
  if (node.kind !== 'startEvent' || node.event.kind !== 'multiple' || !node.event.parallel || nodes.has(node.parent)) return;
  const other = node.event.events.find(({ kind }) => kind !== 'message' && kind !== 'signal');
  if (other) problems.error('parallel-start', node.id, `expected start event ${node.id} to need messages and signals only, because what they bring says which belong together, but it needs a ${other.kind} too`);
};

/** Where an instance begins, and by which words; events behind one gateway are one place (BPMN 2.0.2, 10.5.2, 10.6.6 and 13.5.1). */
const beginning = (node: Node, nodes: ReadonlyMap<string, Node>, flows: ReadonlyMap<string, Flow>): { readonly place: string; readonly words: readonly string[] } | undefined => {
  const gateway = node.incoming.map((id) => nodes.get(flows.get(id)!.source)!).find((source) => source.kind === 'eventBasedGateway' && source.instantiate);
  if (!gateway && !(node.kind === 'startEvent' && !nodes.has(node.parent)) && !(node.kind === 'receiveTask' && node.instantiate)) return undefined;
  return { place: gateway?.id ?? node.id, words: eventsOf(node).flatMap((event) => (event.kind === 'message' || event.kind === 'signal' ? [`${event.kind} ${event.name}`] : [])) };
};

/** A message has one receiver, and one gateway begins one instance by a word: where several wait for it, none says which. A signal begins an instance in every place. */
const beginsOnce: Check = (problems, node, nodes, flows) => {
  const own = beginning(node, nodes, flows);
  if (!own) return;
  for (const other of nodes.values()) {
    if (other === node) return;
    const former = beginning(other, nodes, flows);
    const twice = former?.words.find((word) => own.words.includes(word) && (former.place === own.place || word.startsWith('message ')));
    if (twice !== undefined) problems.error('begins-twice', node.id, `expected ${twice} to begin ${node.parent} in one place, but it does so at ${other.id} and at ${node.id}`);
  }
};

/** What an event waits for, where only one that waits beside others gets it; a message with keys may be meant for one of several. */
const awaited = (node: Node): readonly string[] => eventsOf(node).flatMap((event) => {
  if (event.kind === 'error' || event.kind === 'escalation') return [`${event.kind}${event.code === undefined ? '' : ` ${event.code}`}`];
  if (event.kind === 'cancel') return [event.kind];
  return event.kind === 'message' && !event.keys ? [`message ${event.name}`] : [];
});

/** Events that wait beside each other: at one activity, in one scope, behind one gateway. */
const beside = (node: Node, nodes: ReadonlyMap<string, Node>, flows: ReadonlyMap<string, Flow>): readonly (readonly Node[])[] => {
  const ofHandlers = (): readonly Node[] => {
    const handlers = new Set([...nodes.values()].filter(({ parent, kind }) => parent === node.parent && kind === 'eventSubProcess').map(({ id }) => id));
    return [...nodes.values()].filter(({ parent, kind }) => kind === 'startEvent' && handlers.has(parent));
  };
  return [
    node.boundary.map((id) => nodes.get(id)!),
    node.kind === 'eventBasedGateway' ? node.outgoing.map((id) => nodes.get(flows.get(id)!.target)!) : [],
    node.kind === 'eventSubProcess' ? ofHandlers() : [],
  ];
};

/** What happens once is caught once: of several events that wait for the same, the order of the file would choose (BPMN 2.0.2, 10.5.6 and 10.6.6). */
const caughtOnce: Check = (problems, node, nodes, flows) => {
  for (const events of beside(node, nodes, flows)) {
    const known = new Map<string, Node>();
    for (const event of events) for (const what of awaited(event)) {
      const first = known.get(what);
      known.set(what, event);
      if (first && first !== event && (node.kind !== 'eventSubProcess' || event.parent === node.id)) problems.error('caught-twice', event.id, `expected one event to catch ${what} there, but ${first.id} and ${event.id} both do and only one gets it`);
    }
  }
};

export const eventChecks: readonly Check[] = [thrownHasCode, linkEnds, oneTrigger, allByWord, beginsOnce, caughtOnce];
