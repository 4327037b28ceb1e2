import { cancel, clearScope, forget, leaveScope, unwatch } from './cancel.ts';
import type { BoundaryEvent, Node, NodeId } from './definition.ts';
import { addScope, born, dies, done, isTurn, nodeAt, quiet, raise, rest, send, type Draft } from './draft.ts';
import { fail, label } from './elements/ask.ts';
import type { Move, Moving } from './elements/element.ts';
import type { Compensation, Scope } from './state.ts';
import { throwOnTheWay } from './throw.ts';
import { beginHandler, handlerStarts, undoesItself } from './watch.ts';

const handlerOf = (draft: Draft, node: Node): NodeId | undefined => {
  for (const id of node.boundary) {
    const { event, handler } = nodeAt(draft, id) as BoundaryEvent;
    if (event.kind === 'compensation' && handler !== undefined) return handler;
  }
  return undefined;
};

/** Notes that an activity is done when that can be compensated: by its handler, once for each of its instances, or by what was done in its scope. */
export const remember = (draft: Draft, token: Moving, node: Node, inner: Scope | undefined): void => {
  if (node.boundary.length === 0 && !inner) return;
  const turn = node.loop !== undefined && isTurn(draft, token);
  // An activity of no instances has done nothing.
  if (node.loop && !turn && !inner) return;
  const handler = turn ? undefined : handlerOf(draft, node);
  const kept = inner && (handler !== undefined || !inner.turns || [...draft.compensations.values()].some(({ scope }) => scope === inner.id));
  if (handler === undefined && !kept) return;
  const times = handler !== undefined ? inner?.turns?.done ?? 1 : 1;
  for (let count = 0; count < times; count += 1) {
    const id = draft.next++;
    draft.compensations.set(id, {
      id, node: node.id, scope: token.scope,
      ...(kept && { inner: inner.id, ...(inner.own && !inner.turns && { own: inner.own }), ...(inner.called !== undefined && { called: inner.called }) }),
    });
  }
};

/** What was done in a scope or in the closed scope that it compensates. */
const recordsIn = (draft: Draft, scope: Scope): readonly Compensation[] =>
  [...draft.compensations.values()].filter((record) => record.scope === scope.id || record.scope === scope.undoes);

/**
 * The records a throw event means (BPMN 2.0.2, 10.5.8 and 13.5.5): those of its scope, and of the scope around when it stands
 * in an event sub-process; with a named activity, those of that activity in the nearest scope that has any. Oldest first.
 */
const meant = (draft: Draft, from: number, activity: NodeId | undefined): readonly Compensation[] => {
  for (let scope = draft.scopes.get(from); scope; ) {
    const records = recordsIn(draft, scope).filter(({ node }) => activity === undefined || node === activity);
    if (records.length > 0) return records;
    if (scope.token === undefined) return [];
    if (activity === undefined && nodeAt(draft, scope.node).kind !== 'eventSubProcess') return [];
    scope = draft.scopes.get(draft.tokens.get(scope.token)!.scope);
  }
  return [];
};

const begin = (draft: Draft, token: Moving, node: NodeId, undo: readonly number[]): void => {
  const scope: Scope = { id: draft.next++, node, token: token.id, undo };
  rest(draft, { ...token, wait: { on: 'scope', scope: scope.id } });
  addScope(draft, scope);
  nextUndo(draft, scope);
};

/** Compensates, last done first; the thrower waits, or a token stands in for it. */
export const compensate = (draft: Draft, token: Moving, move: Move & { do: 'compensate' }): void => {
  if (move.throws.length > 0 && !throwOnTheWay(draft, token, move.throws)) return;
  const undo = meant(draft, token.scope, move.activity).map(({ id }) => id);
  if (undo.length === 0) return done(draft, token);
  if (move.wait) return begin(draft, token, token.at, undo);
  begin(draft, { id: born(draft, token.scope), at: token.at, scope: token.scope }, quiet, undo);
  done(draft, token);
};

/** Goes on with the record that was made last, or ends the compensation when none is left. */
export const nextUndo = (draft: Draft, { id }: Scope): void => {
  const scope = draft.scopes.get(id)!;
  const undo = [...scope.undo ?? []];
  const next = undo.pop();
  if (next === undefined) return undone(draft, scope);
  draft.scopes.set(id, { ...scope, undo });
  const record = draft.compensations.get(next);
  if (!record) return nextUndo(draft, scope);
  const handler = handlerOf(draft, nodeAt(draft, record.node));
  if (handler !== undefined && record.inner !== undefined && undoesItself(draft, { id: -1, node: record.node, token: -1, ...(record.called !== undefined && { called: record.called }) })) {
    // What compensates within comes before what compensates from outside.
    const { inner: _, own: __, called: ___, ...outer } = record;
    draft.compensations.set(next, outer);
    draft.scopes.set(id, { ...scope, undo: [...undo, next] });
    return reopen(draft, id, record);
  }
  draft.compensations.delete(next);
  if (handler === undefined) return reopen(draft, id, record);
  if (record.inner !== undefined) forget(draft, record.inner);
  send(draft, handler, id);
};

/** A sub-process that is done is compensated by its own event sub-process, or by compensating all that was done in it. */
const reopen = (draft: Draft, scope: number, { node, inner, own, called }: Compensation): void => {
  const token = { id: born(draft, scope), at: node, scope };
  const again: Scope = { id: draft.next++, node, token: token.id, undoes: inner!, undo: [], ...(own && { own }), ...(called !== undefined && { called }) };
  rest(draft, { ...token, wait: { on: 'scope', scope: again.id } });
  addScope(draft, again);
  for (const { handler, start } of handlerStarts(draft, again)) {
    if (start.event.kind === 'compensation') return beginHandler(draft, again.id, handler, start);
  }
  draft.scopes.set(again.id, { ...again, undo: recordsIn(draft, again).map(({ id }) => id) });
  nextUndo(draft, again);
};

const undone = (draft: Draft, scope: Scope): void => {
  const token = draft.tokens.get(scope.token!)!;
  leaveScope(draft, scope.id, false);
  if (scope.undoes !== undefined) done(draft, token, { ends: 'seen' });
  else if (scope.node === quiet) done(draft, token, { ends: 'unseen' });
  else done(draft, token);
};

const transactionAround = (draft: Draft, from: number): Scope | undefined => {
  for (let scope = draft.scopes.get(from); scope; scope = scope.token === undefined ? undefined : draft.scopes.get(draft.tokens.get(scope.token)!.scope)) {
    if (scope.token !== undefined && !scope.undo && !scope.turns && nodeAt(draft, scope.node).kind === 'transaction') return scope;
  }
  return undefined;
};

/** A cancel end event ends all that runs in the transaction, then compensates what was done in it. */
export const cancelTransaction = (draft: Draft, token: Moving): void => {
  const around = transactionAround(draft, token.scope);
  if (!around) return raise(draft, [token], 'enter', fail('no-transaction', `expected ${label(nodeAt(draft, token.at))} to stand within a transaction, but it does not`));
  rest(draft, { ...token, wait: { on: 'event' } });
  clearScope(draft, around.id);
  unwatch(draft, around.id);
  draft.scopes.set(around.id, { ...draft.scopes.get(around.id)!, interrupted: true });
  begin(draft, { id: born(draft, around.id), at: token.at, scope: around.id }, token.at, recordsIn(draft, around).map(({ id }) => id));
};

/** All is compensated: the transaction is left by its cancel boundary event, or plainly when it has none. */
export const leaveTransaction = (draft: Draft, token: Moving): void => {
  const around = transactionAround(draft, token.scope)!;
  const activity = draft.tokens.get(around.token!)!;
  draft.visits.push({ element: token.at, did: 'leave' });
  dies(draft, token);
  const boundary = nodeAt(draft, activity.at).boundary.find((id) => (nodeAt(draft, id) as BoundaryEvent).event.kind === 'cancel');
  if (boundary === undefined) {
    leaveScope(draft, around.id, false);
    return done(draft, activity);
  }
  // The boundary of an activity that is done several times is that of all its instances.
  const whole = isTurn(draft, activity) ? draft.tokens.get(draft.scopes.get(activity.scope)!.token!)! : activity;
  cancel(draft, whole);
  send(draft, boundary, whole.scope);
};
