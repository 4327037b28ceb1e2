import type { Definition, EventDefinition, Node, NodeId } from '../definition.ts';
import type { State } from '../state.ts';
import { isContainer } from '../watch.ts';
import { processOf } from './calls.ts';
import type { Chain } from './chain.ts';
import { eventParts } from './event-parts.ts';

/** What can be undone, as something that elements have to do with: in which order it was done, and what undoes it. */
const undoing = 'undoing';

/** All events that an element throws, catches or waits for by itself. */
const eventsOf = (node: Node): readonly EventDefinition[] => [...'event' in node ? eventParts(node.event) : [], ...thrownByTurns(node)];

/** Events that an activity throws when one of its turns is done. */
const thrownByTurns = ({ loop }: Node): readonly EventDefinition[] => (loop?.kind === 'multi' ? (loop.throws ?? []).flatMap(({ event }) => eventParts(event)) : []);

const known = new WeakMap<Definition, ReadonlyMap<NodeId, readonly string[]>>();

/**
 * Signals that an element throws or waits for, and whether it has to do with what is undone: by these, tokens act on each other
 * wherever they stand. A condition that begins to hold, or data that come to be there, are free to do so at any time: no token makes them.
 */
export const touchedAt = (definition: Definition): ReadonlyMap<NodeId, readonly string[]> => {
  let table = known.get(definition);
  if (!table) known.set(definition, (table = tableOf(definition)));
  return table;
};

const tableOf = (definition: Definition): ReadonlyMap<NodeId, readonly string[]> => {
  const { nodes, processes = {} } = definition;
  const isUndoing = (node: Node): boolean => node.forCompensation === true || [...eventsOf(node), ...node.boundary.flatMap((id) => eventsOf(nodes[id]!))].some(({ kind }) => kind === 'compensation' || kind === 'cancel');
  const undone = new Set<string>();
  for (const node of Object.values(nodes)) if (isUndoing(node)) for (let id: string | undefined = node.id; id !== undefined && !undone.has(id); id = nodes[id]?.parent) undone.add(id);
  const isCalledUndone = (node: Node): boolean => node.kind === 'callActivity' && (typeof node.called === 'string' ? undone.has(node.called) : Object.keys(processes).some((id) => undone.has(id)));
  return new Map(Object.values(nodes).map((node) => {
    const begun = isContainer(node) ? node.handlers : node.kind === 'callActivity' ? Object.values(processes).flatMap(({ handlers }) => handlers) : [];
    const signals = [node, ...begun.flatMap((id) => startsOf(nodes[id]!)).map((id) => nodes[id]!)].flatMap((each) => eventsOf(each).flatMap((event) => (event.kind === 'signal' ? [`signal ${event.name}`] : [])));
    return [node.id, [...signals, ...undone.has(node.id) || isCalledUndone(node) ? [undoing] : []]];
  }));
};

const startsOf = (node: Node): readonly NodeId[] => (isContainer(node) ? node.starts : []);

/** Joins that wait for a number of tokens, or for what a condition says: who may still come there counts. */
export const gathering = ({ nodes }: Definition): readonly NodeId[] => Object.values(nodes).filter(({ kind, incoming, startQuantity }) => startQuantity !== undefined || (kind === 'complexGateway' && incoming.length > 1)).map(({ id }) => id);

/** What the step of a chain goes through. */
export interface Passing {
  /** What may be passed in the step. */
  readonly run: ReadonlySet<NodeId>;
  /** The events by which all around the chain is interrupted, each with what follows it. */
  readonly interruptions: ReadonlyMap<NodeId, ReadonlySet<NodeId>>;
}

/**
 * Whether the step has to do with what others may come to from afar. Of what stays around the chain when it goes on, the event that
 * interrupts it does not count: it does so before as after.
 */
export const touches = (definition: Definition, { tokens }: Chain, { run, interruptions }: Passing, others: ReadonlySet<NodeId>): boolean => {
  const table = touchedAt(definition);
  const own = new Set([...run].flatMap((id) => table.get(id)!));
  for (const [event, after] of interruptions) for (const id of after) if (id !== event) for (const what of table.get(id)!) own.add(what);
  if (tokens.some(({ at }) => table.get(at)!.includes(undoing))) own.add(undoing);
  return own.size > 0 && [...others].some((id) => table.get(id)!.some((what) => own.has(what)));
};

/** Whether the step may end tokens beside it, or undoes what was done: by what it throws, as far as that is caught around. */
export const strikes = (definition: Definition, state: State, chain: Chain, { run, interruptions }: Passing): boolean => {
  const { nodes } = definition;
  const caught = new Set([...interruptions.keys()].flatMap((id) => touchedAt(definition).get(id)!));
  return [...run].some((id) => {
    const node = nodes[id]!;
    if (node.kind !== 'endEvent' && node.kind !== 'intermediateThrowEvent') return thrownByTurns(node).length > 0;
    return eventsOf(node).some((event) => {
      switch (event.kind) {
        case 'terminate': case 'error': case 'cancel': case 'compensation': return true;
        case 'signal': return caught.has(`signal ${event.name}`);
        case 'escalation': return !staysWithin(definition, state, chain, node);
        default: return false;
      }
    });
  });
};

/** Whether an escalation is caught by nobody, or around a scope in which no token stands but those of the chain. */
const staysWithin = (definition: Definition, { tokens }: State, chain: Chain, thrower: Node): boolean => {
  const { nodes } = definition;
  if (processOf(definition, thrower.id) !== definition.id) return false;
  for (let around = nodes[thrower.parent]; around; around = nodes[around.parent]) {
    const catching = [...around.boundary, ...isContainer(around) ? around.handlers.flatMap((id) => startsOf(nodes[id]!)) : []];
    if (!catching.some((id) => eventsOf(nodes[id]!).some(({ kind }) => kind === 'escalation'))) continue;
    const holder = chain.tokens.find(({ at }) => at === around.id);
    return holder?.wait.on === 'scope' && around.loop === undefined && tokens.every((token) => token.scope !== (holder.wait as { readonly scope: number }).scope || chain.tokens.includes(token));
  }
  return (definition.handlers ?? []).every((id) => startsOf(nodes[id]!).every((start) => eventsOf(nodes[start]!).every(({ kind }) => kind !== 'escalation')));
};

/** Whether the chain undoes something: who threw goes on when it is done. */
export const isUndoing = ({ nodes }: Definition, { scopes }: State, chain: Chain): boolean =>
  chain.tokens.some(({ at }) => nodes[at]!.forCompensation) || scopes.some(({ id, undo, undoes }) => (undo ?? undoes) !== undefined && chain.scopes.has(id));
