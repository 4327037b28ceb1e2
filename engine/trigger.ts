import { announce } from './announce.ts';
import { cancel, fired, release, unsubscribe } from './cancel.ts';
import { answered, entriesOf, keep, kept } from './data.ts';
import type { BoundaryEvent, EventDefinition, Node, NodeId, StartEvent } from './definition.ts';
import { dies, done, born, give, nodeAt, raise, send, subscriptionsOf, type Draft } from './draft.ts';
import { subscribing } from './elements/events.ts';
import { resultName } from './result-name.ts';
import type { Data, Json, Subscription, Token } from './state.ts';
import { arm, beginHandler } from './watch.ts';
import { contextOf } from './view.ts';
import { givesUp } from './ways.ts';

/** A subscription's event has happened: a boundary, an event sub-process, an event behind a gateway, or the waiting element itself. */
export const trigger = (draft: Draft, subscription: Subscription, brought: Json | undefined): void => {
  const node = nodeAt(draft, subscription.node);
  const value = together(draft, subscription, node, brought);
  if ('event' in node && waitsForMore(draft, subscription, node.event)) {
    if (value !== undefined) keep(draft, subscription.token === undefined ? answered(node, value) : kept(node, value), ...placeOf(draft, subscription));
    return;
  }
  if (node.kind === 'boundaryEvent') return boundary(draft, draft.tokens.get(subscription.token!)!, node, subscription, value);
  if (subscription.token === undefined) return handler(draft, subscription.scope!, node as StartEvent, subscription, value);
  const token = draft.tokens.get(subscription.token)!;
  fired(draft, subscription);
  if (token.at === node.id && subscription.event.kind === 'conditional' && node.step.inputSets) return beginInTurn(draft, token, subscription.part!);
  if (token.at === node.id) return done(draft, token, { value });
  throughGateway(draft, token, node.id, value);
};

/** The data are there for which the activity waited: it begins in its turn with this set, unless something takes it away before. */
const beginInTurn = (draft: Draft, { id, at, scope, via }: Token, inputSet: number): void => {
  for (const other of subscriptionsOf(draft, { token: id })) if (other.node === at) unsubscribe(draft, other);
  draft.queue.push({ id, at, scope, via, done: undefined, inputSet });
};

const placeOf = (draft: Draft, { token, scope }: Subscription): [scope: number, token?: number] =>
  token === undefined ? [scope!] : [draft.tokens.get(token)!.scope, token];

/** What the parts of a parallel multiple event bring is one answer, in whatever order they come: entries of each, beside those of the parts before. */
const together = (draft: Draft, subscription: Subscription, node: Node, brought: Json | undefined): Json | undefined => {
  if (!('event' in node) || node.event.kind !== 'multiple' || !node.event.parallel || siblings(draft, subscription).length === node.event.events.length - 1) return brought;
  const { token, scope } = subscription;
  const before = contextOf(draft, token === undefined ? { id: -1, at: node.id, scope: scope! } : draft.tokens.get(token)!).data[resultName(node)];
  return before === undefined || brought === undefined ? brought ?? before : { ...entriesOf(before), ...entriesOf(brought) };
};

/** A parallel multiple event has happened only when all its parts have: this part is noted by taking its subscription away. */
const waitsForMore = (draft: Draft, subscription: Subscription, event: EventDefinition): boolean => {
  if (event.kind !== 'multiple' || !event.parallel) return false;
  const others = siblings(draft, subscription);
  if (others.length === 0) return false;
  fired(draft, subscription);
  return true;
};

/** The other parts of a multiple event that have not happened yet. */
const siblings = (draft: Draft, { id, token, scope, node }: Subscription): readonly Subscription[] =>
  [...draft.subscriptions.values()].filter((other) => other.id !== id && other.node === node && other.token === token && other.scope === scope);

const boundary = (draft: Draft, token: Token, node: BoundaryEvent, subscription: Subscription, value: Json | undefined): void => {
  if (node.interrupting) {
    fired(draft, subscription);
    cancel(draft, token);
  } else again(draft, subscription, node);
  tell(draft, node, send(draft, node.id, token.scope), token.scope, value);
};

const handler = (draft: Draft, scope: number, start: StartEvent, subscription: Subscription, value: Json | undefined): void => {
  if (start.interrupting !== false) fired(draft, subscription);
  else again(draft, subscription, start);
  if (value !== undefined && keepsAnswer(start)) keep(draft, answered(start, value), scope);
  beginHandler(draft, scope, start.parent, start, seen(start, value));
};

const keepsAnswer = ({ step }: Node): boolean => !step.outputs || step.variables === 'always';
/** When outputs are mapped, they alone are kept, and what the event brought is theirs to see. */
export const seen = (node: Node, value: Json | undefined): Data | undefined => (value !== undefined && node.step.outputs ? { ...entriesOf(value), [resultName(node)]: value } : undefined);

/** Keeps what the event brought, or gives it to the token that maps it. */
const tell = (draft: Draft, node: BoundaryEvent, token: number, scope: number, value: Json | undefined): void => {
  if (value !== undefined && keepsAnswer(node)) keep(draft, answered(node, value), scope);
  const own = seen(node, value);
  if (own) give(draft, token, own);
};

/** An event that does not interrupt may happen again: a cycle by its next turn, a parallel multiple event from the beginning, others as they stand. */
const again = (draft: Draft, subscription: Subscription, node: BoundaryEvent | StartEvent): void => {
  const { event, token, scope, part } = subscription;
  const holder = token === undefined ? { scope: scope! } : { token };
  if (node.event.kind === 'multiple' && node.event.parallel) {
    fired(draft, subscription);
    const place = token === undefined ? { id: -1, at: node.id, scope: scope! } : draft.tokens.get(token)!;
    const wanted = subscribing(contextOf(draft, place), node, node.event);
    if (!('failed' in wanted)) arm(draft, holder, wanted.value);
    else if (token !== undefined) raise(draft, [draft.tokens.get(token)!], 'enter', wanted.failed);
  } else if (event.kind === 'timer') {
    fired(draft, subscription);
    const left = nextTurn(event.type, event.value);
    if (left !== undefined) arm(draft, holder, [{ node: node.id, ...(part !== undefined && { part }), event: { ...event, value: left, from: draft.at } }]);
  }
};

/** The cycle that is left after one turn, or nothing when it was the last; `R3/…` counts down, `R/…` goes on for ever. */
export const nextTurn = (type: string, value: string): string | undefined => {
  if (type !== 'cycle') return undefined;
  const counted = /^R(\d+)\//.exec(value);
  if (!counted) return value;
  const left = Number(counted[1]) - 1;
  return left > 0 ? value.replace(counted[0], `R${left}/`) : undefined;
};

const throughGateway = (draft: Draft, token: Token, target: NodeId, value: Json | undefined): void => {
  release(draft, token, 'completed');
  dies(draft, token);
  passGateway(draft, token.at, target, token.scope, value);
};

/** A token goes through an event-based gateway and on from the event behind it that has happened. */
export const passGateway = (draft: Draft, gateway: NodeId, target: NodeId, scope: number, value: Json | undefined): void => {
  const node = nodeAt(draft, gateway);
  const flow = node.outgoing.find((id) => draft.definition.flows[id]!.target === target)!;
  if (givesUp(draft.definition, node, [flow])) draft.doubtful = true;
  draft.visits.push({ element: gateway, did: 'leave' }, { element: flow, did: 'take' }, { element: target, did: 'enter' });
  const token = { id: born(draft, scope), at: target, scope, via: flow };
  announce(draft, token, nodeAt(draft, target));
  done(draft, token, { value });
};
