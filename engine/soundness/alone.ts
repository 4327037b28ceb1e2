import type { Definition, FlowId, Node, NodeId } from '../definition.ts';
import type { State, Token } from '../state.ts';
import { upstream } from '../upstream.ts';
import { isContainer } from '../watch.ts';
import { isLoop, isWithin, type Chain } from './chain.ts';
import { eventParts } from './event-parts.ts';
import { mayCrowd } from './lineage.ts';
import type { Proven } from './model.ts';
import { isJoin, reach, runFrom, type Reached } from './reach.ts';

/**
 * Whether the first token of the chain may go first and nothing be missed, whatever all others may do before it:
 * - none of them comes to where it stands, so that two would be seen there;
 * - what its step reads and writes, and what they do, do not depend on each other;
 * - its step ends no token of theirs;
 * - at joins where it and they may come together, no flow is ever filled twice: then it does not matter who comes last, and
 *   none of them passes an inclusive join before it.
 */
export const isAlone = (proven: Proven, state: State, chain: Chain): boolean => {
  const { definition } = proven;
  const { nodes } = definition;
  const others = state.tokens.filter((token) => !chain.tokens.includes(token));
  const waiting = others.filter(({ at }) => isJoin(nodes[at]!));
  const beside = besides(definition, state, chain);
  const entries = [...others.filter((other) => !waiting.includes(other)).map(({ at }) => at), ...beside];
  const holds = (join: Node): readonly FlowId[] => waysTo(definition, state, chain, join);
  const reached = reach(definition, entries, { arrivals: waiting.flatMap(({ via }) => via ?? []), holds });
  const leaving = left(state, chain);
  // Nobody comes into a scope from outside of it, such as into a call of the same process.
  if (leaving.some(({ at, scope }) => reached.nodes.has(at) && (beside.length > 0 || others.some((other) => isWithin(state, other, scope))))) return false;
  const run = stepOf(definition, leaving.map(({ at }) => at), waiting, holds);
  if ([...run].some((id) => isHarmful(nodes[id]!))) return false;
  if (depends(proven, new Set([...run, ...interruptions(definition, chain)]), reached)) return false;
  return Object.values(nodes).filter(isJoin).every((join) => isCalm(definition, state, reached, join, run.has(join.id), holds(join)));
};

/** Where tokens may set out beside the work of the chain, at events that do not interrupt. */
const besides = ({ nodes }: Definition, { subscriptions }: State, { tokens, scopes }: Chain): readonly NodeId[] => subscriptions.flatMap(({ node, token, scope }) => {
  if (token === undefined ? !scopes.has(scope!) : !tokens.some(({ id }) => id === token)) return [];
  const event = nodes[node]!;
  if (event.kind === 'boundaryEvent' && !event.interrupting) return [node];
  return event.kind === 'startEvent' && event.interrupting === false ? [event.parent] : [];
});

/** The flows by which a token of the chain may still come to the join of its own scope; none where another scope has the same join. */
const waysTo = (definition: Definition, state: State, chain: Chain, { id, incoming, parent }: Node): readonly FlowId[] => {
  const goes = ({ at, scope }: Token): boolean => definition.nodes[at]!.parent === parent && !isLoop(state, scope);
  const own = chain.tokens.filter(goes);
  if (own.length === 0 || state.tokens.some((token) => goes(token) && token.scope !== own[0]!.scope)) return [];
  const before = upstream(definition, id);
  return incoming.filter((flow) => own.some(({ at }) => before.get(flow)!.possible.has(at)));
};

/** The tokens that leave where they stand: the first of the chain, and those around it whose scope is over with it; all, where turns of a loop may end one another. */
const left = (state: State, chain: Chain): readonly Token[] => {
  const { tokens } = state;
  if (chain.tokens.some(({ scope }) => isLoop(state, scope))) return chain.tokens;
  const stays = chain.tokens.findIndex((inner) => tokens.some(({ id, scope, wait }) => scope === inner.scope && id !== inner.id && wait.on !== 'join'));
  return stays < 0 ? chain.tokens : chain.tokens.slice(0, stays + 1);
};

/** All that may be passed or come to in the step, with what lies behind joins that it opens. */
const stepOf = (definition: Definition, from: readonly NodeId[], waiting: readonly Token[], holds: (join: Node) => readonly FlowId[]): ReadonlySet<NodeId> => {
  const { nodes } = definition;
  const filled = new Set(waiting.map(({ via }) => via));
  const run = new Set(from.flatMap((id) => [...runFrom(definition, id)]));
  const released = waiting.filter(({ at }) => nodes[at]!.kind === 'inclusiveGateway' && holds(nodes[at]!).length > 0).map(({ at }) => at);
  for (const id of released) for (const next of runFrom(definition, id)) run.add(next);
  for (const id of run) {
    const { kind, incoming } = nodes[id]!;
    if (kind === 'parallelGateway' && incoming.filter((flow) => !filled.has(flow)).length < 2) for (const next of runFrom(definition, id)) run.add(next);
  }
  return run;
};

/** What follows when something around the token interrupts it. */
const interruptions = (definition: Definition, chain: Chain): readonly NodeId[] => {
  const { nodes, handlers = [], processes = {} } = definition;
  const around = chain.tokens.flatMap(({ at }) => [nodes[at]!, nodes[nodes[at]!.parent]].filter((node) => node !== undefined));
  const begun = [...handlers, ...Object.values(processes).flatMap((process) => process.handlers), ...around.filter(isContainer).flatMap((body) => body.handlers)].map((id) => nodes[id]!);
  return [...around.flatMap(({ boundary }) => boundary), ...begun.filter(isContainer).flatMap(({ starts }) => starts)].flatMap((id) => [...runFrom(definition, id)]);
};

/** Ends more than its own token. */
const isHarmful = (node: Node): boolean => node.kind === 'endEvent' && eventParts(node.event).some(({ kind }) => kind === 'terminate' || kind === 'error');

const depends = ({ questions }: Proven, run: ReadonlySet<NodeId>, reached: Reached): boolean => {
  const written = new Set([...run].flatMap((id) => questions.writes.get(id)!));
  const read = new Set([...run].flatMap((id) => questions.reads.get(id) ?? []));
  return [...reached.nodes].some((id) => questions.reads.get(id)?.some((root) => written.has(root)) || (read.size > 0 && questions.writes.get(id)!.some((root) => read.has(root))));
};

/** Whether it does not matter for the join if the token goes first: only it or only others come there, or never two by one flow. */
const isCalm = (definition: Definition, state: State, reached: Reached, { id, kind, incoming, parent }: Node, isPassed: boolean, held: readonly FlowId[]): boolean => {
  if (!(isPassed || (kind === 'inclusiveGateway' && held.length > 0)) || !incoming.some((flow) => reached.flows.has(flow))) return true;
  if (reached.nodes.has(id) || (kind === 'inclusiveGateway' && held.some((flow) => reached.flows.has(flow)))) return false;
  const inside = state.tokens.filter(({ at, scope }) => definition.nodes[at]!.parent === parent && !isLoop(state, scope));
  return incoming.every((flow) => !reached.flows.has(flow) || !mayCrowd(definition, flow, inside, reached));
};
