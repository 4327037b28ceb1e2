import { cancel, fired, release } from './cancel.ts';
import { answer, dies, nodeAt, send, type Draft } from './draft.ts';
import type { BoundaryEvent } from './definition.ts';
import { arm, leave } from './fold.ts';
import type { Json, Subscription, Token } from './state.ts';

/** A subscription's event has happened: a boundary, an event behind a gateway, or the waiting element itself. */
export const trigger = (draft: Draft, subscription: Subscription, value: Json | undefined): void => {
  const token = draft.tokens.get(subscription.token)!;
  const node = nodeAt(draft, subscription.node);
  if (node.kind === 'boundaryEvent') return boundary(draft, token, node, subscription, value);
  fired(draft, subscription);
  if (token.at === node.id) return leave(draft, token, value);
  throughGateway(draft, token, node.id, value);
};

const boundary = (draft: Draft, token: Token, node: BoundaryEvent, subscription: Subscription, value: Json | undefined): void => {
  answer(draft, node, value);
  if (node.interrupting) {
    fired(draft, subscription);
    cancel(draft, token);
  } else if (subscription.event.kind === 'timer') {
    fired(draft, subscription);
    const again = nextTurn(subscription.event.type, subscription.event.value);
    if (again !== undefined) arm(draft, token, [{ node: node.id, event: { ...subscription.event, value: again, from: draft.at } }]);
  }
  send(draft, node.id, token.scope);
};

/** The cycle that is left after one turn, or nothing when it was the last; `R3/…` counts down, `R/…` goes on for ever. */
const nextTurn = (type: string, value: string): string | undefined => {
  if (type !== 'cycle') return undefined;
  const counted = /^R(\d+)\//.exec(value);
  if (!counted) return value;
  const left = Number(counted[1]) - 1;
  return left > 0 ? value.replace(counted[0], `R${left}/`) : undefined;
};

const throughGateway = (draft: Draft, token: Token, target: string, value: Json | undefined): void => {
  const { outgoing } = nodeAt(draft, token.at);
  const flow = outgoing.find((id) => draft.definition.flows[id]!.target === target)!;
  release(draft, token, 'completed');
  draft.visits.push({ element: token.at, did: 'leave' }, { element: flow, did: 'take' }, { element: target, did: 'enter' });
  dies(draft, token);
  const id = draft.next++;
  draft.alive.set(token.scope, draft.alive.get(token.scope)! + 1);
  leave(draft, { id, at: target, scope: token.scope, via: flow }, value);
};
