import { cancel, clearScope, closeScope, leaveScope, unwatch } from './cancel.ts';
import { recordsIn, undo } from './compensation.ts';
import type { BoundaryEvent } from './definition.ts';
import { born, dies, done, isTurn, nodeAt, raise, rest, send, type Draft } from './draft.ts';
import { fail, label } from './elements/ask.ts';
import type { Moving } from './elements/element.ts';
import type { Compensation, Scope, Token } from './state.ts';

const transactionAround = (draft: Draft, from: number): Scope | undefined => {
  for (let scope = draft.scopes.get(from); scope; scope = scope.token === undefined ? undefined : draft.scopes.get(draft.tokens.get(scope.token)!.scope)) {
    if (scope.token !== undefined && !scope.undo && !scope.turns && nodeAt(draft, scope.node).kind === 'transaction') return scope;
  }
  return undefined;
};

/** Keeps what was done in the scopes that still run in a scope, to be undone with what was done there; their own activities are not done. */
const keepDone = (draft: Draft, scope: number, into: number): void => {
  for (const token of draft.tokens.values()) if (token.scope === scope) keepDoneBy(draft, token, into);
};

const keepDoneBy = (draft: Draft, { at, wait, own: values }: Token, into: number): void => {
  if (wait.on !== 'scope') return;
  const running = draft.scopes.get(wait.scope)!;
  const inner = draft.next++;
  for (const record of recordsIn(draft, running)) draft.compensations.set(record.id, { ...record, scope: inner });
  keepDone(draft, running.id, inner);
  if (!draft.compensations.look().some(({ scope }) => scope === inner)) return;
  const id = draft.next++;
  const { own, called, turns } = running;
  draft.compensations.set(id, { id, node: at, scope: into, inner, partial: true, ...(values && { values }), ...(own && !turns && { own }), ...(called !== undefined && { called }) });
};

/** A transaction that is done several times is cancelled as one: the other instances end, and what they have done is to be undone as well. */
const endOtherTurns = (draft: Draft, around: Scope): readonly Compensation[] => {
  const activity = draft.tokens.get(around.token!)!;
  if (!isTurn(draft, activity)) return [];
  const loop = draft.scopes.get(activity.scope)!;
  for (const other of draft.tokens.values()) {
    if (other.scope !== loop.id || other.id === activity.id) continue;
    keepDoneBy(draft, other, loop.id);
    cancel(draft, other);
  }
  return recordsIn(draft, loop);
};

/** A cancel end event ends all that runs in the transaction, then compensates what was done in it (BPMN 2.0.2, 10.5.1 and 13.5.6). */
export const cancelTransaction = (draft: Draft, token: Moving): void => {
  const around = transactionAround(draft, token.scope);
  if (!around) return raise(draft, [token], 'enter', fail('no-transaction', `expected ${label(nodeAt(draft, token.at))} to stand within a transaction, but it does not`));
  rest(draft, token, { on: 'event' });
  keepDone(draft, around.id, around.id);
  const others = endOtherTurns(draft, around);
  clearScope(draft, around.id);
  unwatch(draft, around.id);
  draft.scopes.set(around.id, { ...draft.scopes.get(around.id)!, interrupted: true });
  undo(draft, { id: born(draft, around.id), at: token.at, scope: around.id }, token.at, [...others, ...recordsIn(draft, around)]);
};

/** All is compensated: the transaction is left by its cancel boundary event, or plainly when it has none. */
export const leaveTransaction = (draft: Draft, token: Moving): void => {
  const around = transactionAround(draft, token.scope)!;
  const activity = draft.tokens.get(around.token!)!;
  draft.visits.push({ element: token.at, did: 'leave' });
  dies(draft, token);
  const boundary = nodeAt(draft, activity.at).boundary.find((id) => (nodeAt(draft, id) as BoundaryEvent).event.kind === 'cancel');
  // What is done several times is left as one: its boundary is that of all its instances.
  const isSeveral = isTurn(draft, activity);
  const whole = isSeveral ? draft.tokens.get(draft.scopes.get(activity.scope)!.token!)! : activity;
  if (boundary === undefined) {
    if (isSeveral) closeScope(draft, activity.scope);
    else leaveScope(draft, around.id, false);
    return done(draft, whole);
  }
  cancel(draft, whole);
  send(draft, boundary, whole.scope);
};
