import type { Definition, FlowId, Node, NodeId } from '../definition.ts';
import type { State, Token } from '../state.ts';
import { upstream } from '../upstream.ts';
import { isContainer } from '../watch.ts';
import { gathering, isUndoing, strikes, touches } from './afar.ts';
import { isLoop, isTogether, isWithin, type Chain } from './chain.ts';
import { eventParts } from './event-parts.ts';
import { mayCrowd } from './lineage.ts';
import type { Proven } from './model.ts';
import { isJoin, reach, reachedFrom, runFrom, type Reached } from './reach.ts';

/**
 * Whether the first token of the chain may go first and nothing be missed, whatever all others may do before it:
 * - none of them comes to where it stands, so that two would be seen there;
 * - what its step reads and writes, and what they do, do not depend on each other;
 * - its step ends no token of theirs;
 * - at joins where it and they may come together, no flow is ever filled twice: then it does not matter who comes last, and
 *   none of them passes an inclusive join before it; where a number of tokens is waited for, only it or only they come;
 * - no signal is known to both, and not both do what can be undone, or undo it.
 */
export const isAlone = (proven: Proven, state: State, chain: Chain): boolean => {
  const { definition } = proven;
  const { nodes } = definition;
  if (isUndoing(definition, state, chain)) return false;
  const others = state.tokens.filter((token) => !chain.tokens.includes(token));
  const waiting = others.filter(({ at }) => isJoin(nodes[at]!));
  const beside = besides(definition, state, chain);
  const entries = [...others.filter((other) => !waiting.includes(other)).map(({ at }) => at), ...beside];
  const holds = (join: Node): readonly FlowId[] => waysTo(definition, state, chain, join);
  const reached = reach(definition, entries, { arrivals: waiting.flatMap(({ via }) => via ?? []), holds });
  const leaving = left(definition, state, chain);
  // Nobody comes into a scope from outside of it, such as into a call of the same process.
  if (leaving.some(({ at, scope }) => reached.nodes.has(at) && (beside.length > 0 || others.some((other) => isWithin(state, other, scope))))) return false;
  const run = stepOf(definition, begunBy(definition, state, leaving), waiting, holds);
  const passing = { run, interruptions: interruptions(definition, chain) };
  if (strikes(definition, state, chain, passing) || touches(definition, chain, passing, reached.nodes)) return false;
  if (depends(proven, new Set([run, ...passing.interruptions.values()].flatMap((ids) => [...ids])), reached)) return false;
  if (gathering(definition).some((id) => reached.nodes.has(id) && chain.tokens.some(({ at }) => reachedFrom(definition, at).has(id)))) return false;
  return Object.values(nodes).filter(isJoin).every((join) => isCalm(definition, state, reached, join, run.has(join.id), holds(join)));
};

/** Where tokens may set out beside the work of the chain, at events that do not interrupt. */
const besides = (definition: Definition, { subscriptions }: State, chain: Chain): readonly NodeId[] => {
  const { nodes } = definition;
  const { tokens, scopes } = chain;
  const awaited = subscriptions.flatMap(({ node, token, scope }) => ((token === undefined ? scopes.has(scope!) : tokens.some(({ id }) => id === token)) ? [node] : []));
  const escalated = interrupting(definition, chain).filter((id) => isEscalation(nodes[id]!));
  return [...awaited, ...escalated].flatMap((id) => {
    const event = nodes[id]!;
    if (event.kind === 'boundaryEvent' && !event.interrupting) return [id];
    return event.kind === 'startEvent' && event.interrupting === false ? [event.parent] : [];
  });
};

const isEscalation = (node: Node): boolean => 'event' in node && eventParts(node.event).some(({ kind }) => kind === 'escalation');

/** The flows by which a token of the chain may still come to the join of its own scope; none where another scope has the same join. */
const waysTo = (definition: Definition, state: State, chain: Chain, { id, incoming, parent }: Node): readonly FlowId[] => {
  const goes = ({ at, scope }: Token): boolean => definition.nodes[at]!.parent === parent && !isLoop(state, scope);
  const own = chain.tokens.filter(goes);
  if (own.length === 0 || state.tokens.some((token) => goes(token) && token.scope !== own[0]!.scope)) return [];
  const before = upstream(definition, id);
  return incoming.filter((flow) => own.some(({ at }) => before.get(flow)!.possible.has(at)));
};

/** The tokens that leave where they stand: the first of the chain, and those around it whose scope is over with it; all, where turns of a loop may end one another. */
const left = (definition: Definition, state: State, chain: Chain): readonly Token[] => {
  const { tokens } = state;
  if (chain.tokens.some(({ scope, wait }) => isTogether(definition, state, scope) || (wait.on === 'scope' && isTogether(definition, state, wait.scope)))) return chain.tokens;
  const stays = chain.tokens.findIndex((inner) => tokens.some(({ id, scope, wait }) => scope === inner.scope && id !== inner.id && wait.on !== 'join'));
  return stays < 0 ? chain.tokens : chain.tokens.slice(0, stays + 1);
};

/** Where the tokens that leave go on from; what is done several times, or in any order, may begin again within. */
const begunBy = ({ nodes }: Definition, state: State, leaving: readonly Token[]): readonly NodeId[] => leaving.flatMap(({ at, wait }) => {
  const node = nodes[at]!;
  const begins = wait.on === 'scope' && isContainer(node) && (node.kind === 'adHocSubProcess' || isLoop(state, wait.scope));
  return [at, ...begins ? node.starts : []];
});

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

/** The events by which all around the tokens is interrupted, or something begins beside them. */
const interrupting = (definition: Definition, chain: Chain): readonly NodeId[] => {
  const { nodes, handlers = [], processes = {} } = definition;
  const around = chain.tokens.flatMap(({ at }) => [nodes[at]!, nodes[nodes[at]!.parent]].filter((node) => node !== undefined));
  const begun = [...handlers, ...Object.values(processes).flatMap((process) => process.handlers), ...around.filter(isContainer).flatMap((body) => body.handlers)].map((id) => nodes[id]!);
  return [...around.flatMap(({ boundary }) => boundary), ...begun.filter(isContainer).flatMap(({ starts }) => starts)];
};

/** What follows when something around the token interrupts it, by the event. */
const interruptions = (definition: Definition, chain: Chain): ReadonlyMap<NodeId, ReadonlySet<NodeId>> => new Map(interrupting(definition, chain).map((id) => [id, runFrom(definition, id)]));

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
