import { forget, leaveScope } from './cancel.ts';
import type { BoundaryEvent, Definition, Node, NodeId } from './definition.ts';
import { addScope, born, done, give, isTurn, nodeAt, ownOf, quiet, rest, send, type Draft } from './draft.ts';
import type { Move, Moving } from './elements/element.ts';
import type { Compensation, Data, Scope, Turns } from './state.ts';
import { throwOnTheWay } from './throw.ts';
import { beginHandler, handlerStarts, undoesItself } from './watch.ts';

/** What compensates an activity that is done. */
export const handlerOf = ({ nodes }: Definition, node: Node | undefined): NodeId | undefined => {
  for (const id of node?.boundary ?? []) {
    const { event, handler } = nodes[id] as BoundaryEvent;
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
  const handler = turn ? undefined : handlerOf(draft.definition, node);
  const kept = inner && (handler !== undefined || !inner.turns || draft.compensations.look().some(({ scope }) => scope === inner.id));
  if (handler === undefined && !kept) return;
  const times = handler !== undefined ? inner?.turns?.done ?? 1 : 1;
  for (let count = 0; count < times; count += 1) {
    const id = draft.next++;
    const values = inner?.turns ? knownOf(inner.turns, count) : kept ? ownOf(draft, token.id) : undefined;
    draft.compensations.set(id, {
      id, node: node.id, scope: token.scope, ...(values && { values }),
      ...(kept && { inner: inner.id, ...(inner.own && !inner.turns && { own: inner.own }), ...(inner.called !== undefined && { called: inner.called }), ...(inner.conversation && { conversation: inner.conversation }) }),
    });
  }
};

/** What one of the finished instances knew of itself; a loop that had begun before this was kept knows it of the last ones. */
const knownOf = ({ known = [], done: times }: Turns, index: number): Data | undefined => known[index - times + known.length];

/** What was done in a scope or in the closed scope that it compensates, oldest first. */
export const recordsIn = (draft: Draft, scope: Scope): readonly Compensation[] =>
  draft.compensations.values().filter((record) => record.scope === scope.id || record.scope === scope.undoes);

/**
 * The records a throw event means (BPMN 2.0.2, 10.7 and 13.5.5): those of its scope, and of the scope around when it stands
 * in an event sub-process; with a named activity, those of that activity in the nearest scope that has any. Oldest first.
 */
const meant = (draft: Draft, from: number, activity: NodeId | undefined): readonly Compensation[] => {
  const found: Compensation[] = [];
  for (let scope = draft.scopes.get(from); scope; ) {
    found.push(...recordsIn(draft, scope).filter(({ node }) => activity === undefined || node === activity));
    const goesOn = activity === undefined ? draft.definition.nodes[scope.node]?.kind === 'eventSubProcess' : found.length === 0;
    if (!goesOn || scope.token === undefined) break;
    scope = draft.scopes.get(draft.tokens.get(scope.token)!.scope);
  }
  return found.toSorted((left, right) => left.id - right.id);
};

/** A token waits until the records are undone, the last one first. */
export const undo = (draft: Draft, token: Moving, node: NodeId, records: readonly Compensation[]): void => {
  const scope: Scope = { id: draft.next++, node, token: token.id, undo: records.map(({ id }) => id) };
  rest(draft, token, { on: 'scope', scope: scope.id });
  addScope(draft, scope);
  nextUndo(draft, scope);
};

/** Compensates, last done first; the thrower waits, or a token stands in for it. */
export const compensate = (draft: Draft, token: Moving, move: Move & { do: 'compensate' }): void => {
  if (move.throws.length > 0 && !throwOnTheWay(draft, token, move.throws)) return;
  const records = meant(draft, token.scope, move.activity);
  if (records.length === 0) return done(draft, token);
  if (move.wait) return undo(draft, token, token.at, records);
  undo(draft, { id: born(draft, token.scope), at: token.at, scope: token.scope }, quiet, records);
  done(draft, token);
};

/** Goes on with the record that was made last, or ends the compensation when none is left. */
export const nextUndo = (draft: Draft, { id }: Scope): void => {
  const scope = draft.scopes.get(id)!;
  const left = [...scope.undo ?? []];
  const next = left.pop();
  if (next === undefined) return undone(draft, scope);
  draft.scopes.set(id, { ...scope, undo: left });
  const record = draft.compensations.get(next);
  if (!record) return nextUndo(draft, scope);
  const handler = record.partial || isTurnIn(scope, record) ? undefined : handlerOf(draft.definition, nodeAt(draft, record.node));
  if (handler !== undefined && record.inner !== undefined && undoesItself(draft, { id: -1, node: record.node, token: -1, ...(record.called !== undefined && { called: record.called }) })) {
    // What compensates within comes before what compensates from outside.
    const { inner: _, own: __, called: ___, conversation: ____, ...outer } = record;
    draft.compensations.set(next, outer);
    draft.scopes.set(id, { ...scope, undo: [...left, next] });
    return reopen(draft, id, record);
  }
  draft.compensations.delete(next);
  if (handler === undefined) return reopen(draft, id, record);
  if (record.inner !== undefined) forget(draft, record.inner);
  const token = send(draft, handler, id);
  if (record.values && nodeAt(draft, record.node).loop) give(draft, token, record.values);
};

/** Whether the record is of one of the times that an activity was done, within the scope that compensates them all. */
const isTurnIn = ({ node, undoes }: Scope, record: Compensation): boolean => node === record.node && undoes === record.scope;

/**
 * A sub-process that is done is compensated by its own event sub-process, or by compensating all that was done in it; one that was not
 * done, by the latter alone, and one that was done several times by what each time was.
 */
const reopen = (draft: Draft, scope: number, record: Compensation): void => {
  const { node, inner, own, called, conversation, partial, values } = record;
  const ofTurns = nodeAt(draft, node).loop !== undefined && !isTurnIn(draft.scopes.get(scope)!, record);
  const token = { id: born(draft, scope), at: node, scope };
  const again: Scope = { id: draft.next++, node, token: token.id, undoes: inner!, undo: [], ...(own && { own }), ...(called !== undefined && { called }), ...(conversation && { conversation }) };
  rest(draft, token, { on: 'scope', scope: again.id });
  if (values) give(draft, token.id, values);
  addScope(draft, again);
  for (const { handler, start } of partial || ofTurns ? [] : handlerStarts(draft, again)) {
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
