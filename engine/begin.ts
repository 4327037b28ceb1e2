import { announce } from './announce.ts';
import type { NodeId } from './definition.ts';
import { addScope, born, done, nodeAt, raise, send, type Draft } from './draft.ts';
import { passGateway } from './trigger.ts';
import { watch } from './watch.ts';

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

/** Opens the instance: it watches for the events of its event sub-processes, then tokens set out. */
export const beginWith = (draft: Draft, starts: readonly NodeId[]): void => {
  addScope(draft, { id: 0, node: draft.definition.id });
  const failure = watch(draft, 0);
  if (failure) return raise(draft, starts.map((at) => ({ id: born(draft, 0), at, scope: 0 })), 'watch', failure);
  for (const id of starts) if (!pass(draft, id)) send(draft, id, 0);
};
