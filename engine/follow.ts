import { unsubscribe } from './cancel.ts';
import { waitsForData } from './data-set.ts';
import type { EventDefinition, Node, NodeId, StepProperties } from './definition.ts';
import { isTurn, nodeAt, subscriptionsOf, type Draft } from './draft.ts';
import type { Moving, Subscribing } from './elements/element.ts';
import { subscribing } from './elements/events.ts';
import { beginAwaited } from './fold.ts';
import { holderThere, type Plan } from './plan.ts';
import { reject } from './precondition.ts';
import type { Scope, Subscription, Token } from './state.ts';
import type { Rejection } from './step.ts';
import { contextOf } from './view.ts';
import { arm, handlerStarts } from './watch.ts';

type Holder = { readonly token: number } | { readonly scope: number };

/**
 * After a state was carried over: what waits outside learns its new element, subscriptions become those of the new version, and
 * the clock's pauses those of the new steps. An event that has happened is not waited for again; what is the same is left alone.
 */
export const follow = (draft: Draft, plan: Plan): Rejection | undefined => {
  const origin = originsOf(plan);
  const change = draft.next++;
  draft.doubtful = true;
  for (const token of draft.tokens.values()) {
    const refused = resubscribe(draft, origin, { token: token.id }, token, awaited(draft, token));
    if (refused) return refused;
    tell(draft, origin, change, token);
  }
  for (const scope of draft.scopes.values()) {
    const refused = resubscribe(draft, origin, { scope: scope.id }, { id: -1, at: scope.node, scope: scope.id }, watched(draft, scope));
    if (refused) return refused;
  }
  sayFollowed(draft, origin, change);
  // What an activity needs to begin may be other data in the new version.
  for (const token of draft.tokens.values()) if (waitsForData(draft, token)) beginAwaited(draft, token);
  return undefined;
};

/** What was waited for before goes with its element. */
export const sayFollowed = (draft: Draft, origin: ReadonlyMap<NodeId, Node>, change: number): void => {
  for (const { id, node } of draft.subscriptions.values()) if (id < change) moved(draft, origin, change, 'subscription', id, node);
};

/** For each element of the new version the one of the former that it continues. */
export const originsOf = (plan: Plan): ReadonlyMap<NodeId, Node> => {
  const all = Object.values(plan.former.nodes);
  const byDefault = all.filter(({ id }) => holderThere(plan, id) === id);
  return new Map([...byDefault, ...all.filter(({ id }) => holderThere(plan, id) !== id)].map((node) => [holderThere(plan, node.id), node]));
};

const moved = (draft: Draft, origin: ReadonlyMap<NodeId, Node>, change: number, kind: 'task' | 'job' | 'subscription' | 'incident', reference: number, node: NodeId): void => {
  const was = origin.get(node)?.id ?? node;
  if (kind !== 'task' && was === node) return;
  draft.effects.push({ key: `follow:${kind}:${reference}.${change}`, type: 'follow', kind, reference, node, was });
};

const pauseOf = ({ clock }: StepProperties): string | undefined => (clock?.startsWith('pause:') ? clock.slice(6) : undefined);

/** A token's task, job or incident goes with it, and the pause of the clock that its stay means. */
export const tell = (draft: Draft, origin: ReadonlyMap<NodeId, Node>, change: number, { id, at, wait }: Token): void => {
  if (wait.on === 'task' || wait.on === 'job') moved(draft, origin, change, wait.on, id, at);
  const incident = wait.on === 'incident' ? draft.incidents.get(wait.incident) : undefined;
  if (incident?.token === id) moved(draft, origin, change, 'incident', incident.id, at);
  if (incident && incident.retry !== 'enter') return;
  const [was, now] = [pauseOf(origin.get(at)?.step ?? {}), pauseOf(nodeAt(draft, at).step)];
  if (was === now) return;
  if (was !== undefined) draft.effects.push({ key: `clock.resume:${id}.${change}`, type: 'clock', node: at, action: 'resume', cause: was });
  if (now !== undefined) draft.effects.push({ key: `clock.pause:${id}.${change}`, type: 'clock', node: at, action: 'pause', cause: now });
};

/** The elements whose events a token waits for. */
const awaited = (draft: Draft, token: Token): readonly Node[] => {
  const node = nodeAt(draft, token.at);
  const { wait } = token;
  if (wait.on === 'incident' && draft.incidents.get(wait.incident)!.retry !== 'enter') return [];
  const boundary = node.loop && isTurn(draft, token) ? [] : node.boundary.map((id) => nodeAt(draft, id));
  if (wait.on === 'event') return [...boundary, node];
  if (wait.on !== 'gateway') return boundary;
  return node.outgoing.map((flow) => nodeAt(draft, draft.definition.flows[flow]!.target));
};

/** The start events that a scope watches for, unless an interruption has ended that. */
const watched = (draft: Draft, scope: Scope): readonly Node[] =>
  scope.interrupted ? [] : [...handlerStarts(draft, scope)].map(({ start }) => start);

const eventOf = (node: Node | undefined): EventDefinition | undefined => (node && 'event' in node ? node.event : undefined);

const resubscribe = (draft: Draft, origin: ReadonlyMap<NodeId, Node>, holder: Holder, place: Moving, nodes: readonly Node[]): Rejection | undefined => {
  const own = subscriptionsOf(draft, holder);
  for (const gone of own.filter(({ node }) => !nodes.some(({ id }) => id === node))) unsubscribe(draft, gone);
  for (const node of nodes) {
    const had = own.filter((subscription) => subscription.node === node.id);
    const event = eventOf(node);
    const former = origin.get(node.id);
    if (!event || (former && continues(origin, former, node) && (had.length === 0 || sameEvent(eventOf(former), event)))) continue;
    const wanted = subscribing(contextOf(draft, { ...place, at: node.id }), node, event);
    if ('failed' in wanted) return reject('no-place', wanted.failed.message, former?.id ?? node.id);
    for (const each of had) unsubscribe(draft, each);
    arm(draft, holder, wanted.value.map((each) => since(each, had)));
  }
  return undefined;
};

/** Whether an event stands where it stood; a boundary event that has gone to another activity is a new one there. */
const continues = (origin: ReadonlyMap<NodeId, Node>, former: Node, node: Node): boolean =>
  former.kind !== 'boundaryEvent' || node.kind !== 'boundaryEvent' || origin.get(node.attachedTo)?.id === former.attachedTo;

const sameEvent = (was: EventDefinition | undefined, now: EventDefinition): boolean => JSON.stringify(was) === JSON.stringify(now);

/** A time that has begun to run goes on from where it began. */
const since = (wanted: Subscribing, had: readonly Subscription[]): Subscribing => {
  const former = had.find(({ event }) => event.kind === 'timer')?.event;
  if (wanted.event.kind !== 'timer' || former?.kind !== 'timer') return wanted;
  return { ...wanted, event: { ...wanted.event, from: former.from } };
};
