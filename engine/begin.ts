import { announce } from './announce.ts';
import { converse } from './correlation.ts';
import type { EventDefinition, Node, NodeId } from './definition.ts';
import { addScope, born, done, give, nodeAt, raise, rest, send, type Draft } from './draft.ts';
import { subscribing } from './elements/events.ts';
import type { StartInstance } from './event.ts';
import { reject } from './precondition.ts';
import type { Rejection } from './step.ts';
import { passGateway, seen } from './trigger.ts';
import { contextOf } from './view.ts';
import { arm, watch } from './watch.ts';

/** An event-based gateway that begins an instance by the event behind it. */
const gatewayBefore = (draft: Draft, target: NodeId): NodeId | undefined => {
  for (const flow of nodeAt(draft, target).incoming) {
    const source = nodeAt(draft, draft.definition.flows[flow]!.source);
    if (source.kind === 'eventBasedGateway' && source.instantiate) return source.id;
  }
  return undefined;
};

/** What has happened before the instance was born is not waited for again: its token goes on at once. */
const pass = (draft: Draft, id: NodeId): boolean => {
  const node = nodeAt(draft, id);
  if (node.kind === 'receiveTask' && node.instantiate) {
    draft.visits.push({ element: id, did: 'enter' });
    const token = { id: born(draft, 0), at: id, scope: 0 };
    announce(draft, token, node);
    done(draft, token);
    return true;
  }
  const gateway = node.kind === 'intermediateCatchEvent' || node.kind === 'receiveTask' ? gatewayBefore(draft, id) : undefined;
  if (gateway === undefined) return false;
  draft.visits.push({ element: gateway, did: 'enter' });
  const { all, outgoing } = nodeAt(draft, gateway) as { readonly all?: true; readonly outgoing: readonly string[] };
  passGateway(draft, gateway, id, 0, undefined);
  if (all) for (const flow of outgoing) {
    const { target } = draft.definition.flows[flow]!;
    if (target !== id) send(draft, target, 0, flow);
  }
  return true;
};

/** One event of a start event that needs several has happened: the instance waits for the others before anything in it moves (BPMN 2.0.2, 10.5.2). */
const waitForOthers = (draft: Draft, node: Node & { readonly event: EventDefinition }, part: number): Rejection | void => {
  const token = { id: born(draft, 0), at: node.id, scope: 0 };
  draft.visits.push({ element: node.id, did: 'enter' });
  announce(draft, token, node);
  const wanted = subscribing(contextOf(draft, token), node, node.event);
  if ('failed' in wanted) return reject('bad-data', wanted.failed.message, node.id);
  rest(draft, token, { on: 'event' });
  arm(draft, { token: token.id }, wanted.value.filter((event) => event.part !== part));
};

/** What the message that begins an instance says of its conversation. */
const listen = (draft: Draft, { node, part, data, keys }: StartInstance): void => {
  const begins = node === undefined ? undefined : nodeAt(draft, node);
  const event = begins && 'event' in begins ? begins.event : undefined;
  for (const [index, each] of (event?.kind === 'multiple' ? event.events : event ? [event] : []).entries()) {
    if (each.kind === 'message' && (part === undefined || part === index)) converse(draft, 0, each.name, data, keys);
  }
};

/** Opens the instance: it watches for the events of its event sub-processes, then tokens set out. Rejected when what the first event brings does not say for which others it waits. */
export const beginWith = (draft: Draft, starts: readonly NodeId[], event: StartInstance): Rejection | void => {
  listen(draft, event);
  addScope(draft, { id: 0, node: draft.definition.id });
  const failure = watch(draft, 0);
  if (failure) return raise(draft, starts.map((at) => ({ id: born(draft, 0), at, scope: 0 })), 'watch', failure);
  for (const id of starts) {
    const node = nodeAt(draft, id);
    if (event.part !== undefined && id === event.node && node.kind === 'startEvent') {
      const refused = waitForOthers(draft, node, event.part);
      if (refused) return refused;
    } else if (!pass(draft, id)) {
      const token = send(draft, id, 0);
      const own = id === event.node ? seen(node, event.data) : undefined;
      if (own) give(draft, token, own);
    }
  }
};
