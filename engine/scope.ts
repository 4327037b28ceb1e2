import { close, closeScope, leaveScope } from './cancel.ts';
import { nextUndo } from './compensation.ts';
import { handOver } from './conversing.ts';
import { keep } from './data.ts';
import { dies, done, give, nodeAt, type Draft } from './draft.ts';
import type { Moving } from './elements/element.ts';
import type { Json, Scope } from './state.ts';
import { undoesItself } from './watch.ts';

/** A scope without tokens is done: the instance closes, what compensates goes on with the next, or the sub-process goes on. */
export const complete = (draft: Draft, id: number): void => {
  const scope = draft.scopes.get(id)!;
  if (scope.undo) return nextUndo(draft, scope);
  if (scope.token === undefined) return close(draft, 'completed');
  finish(draft, scope);
};

/** The sub-process or called process is done and goes on; what it leaves for compensation is kept. */
export const finish = (draft: Draft, scope: Scope): void => {
  const token = draft.tokens.get(scope.token!)!;
  const kept = isCompensable(draft, scope);
  leaveScope(draft, scope.id, kept);
  done(draft, token, { value: handedBack(draft, token, scope), inner: kept ? scope : undefined });
};

/** Whether something done in the scope may be compensated: one of its activities, or the whole by its own event sub-process. */
const isCompensable = (draft: Draft, scope: Scope): boolean => {
  if (draft.compensations.size > 0 && draft.compensations.look().some(({ scope: of }) => of === scope.id)) return true;
  return undoesItself(draft, scope);
};

/** The data of a called process that its caller gets: all of them to keep, when it says so, and to map by outputs. */
const handedBack = (draft: Draft, token: Moving, scope: Scope): Json | undefined => {
  const { called, own } = scope;
  if (called === undefined) return undefined;
  handOver(draft, scope, token.scope);
  const node = nodeAt(draft, token.at);
  if (node.kind !== 'callActivity') return undefined;
  if (node.propagate === 'local') give(draft, token.id, own ?? {});
  else if (node.propagate) keep(draft, own ?? {}, token.scope, token.id);
  return node.step.outputs || node.locals || node.keeps || node.step.result !== undefined ? own ?? {} : undefined;
};

/** Ends everything in the end event's scope: the instance, or the sub-process, which then goes on (BPMN 2.0.2, 13.5.6). */
export const terminate = (draft: Draft, token: Moving): void => {
  draft.visits.push({ element: token.at, did: 'leave' });
  dies(draft, token);
  const scope = draft.scopes.get(token.scope)!;
  if (scope.token === undefined) return close(draft, 'terminated');
  const around = draft.tokens.get(scope.token)!;
  const value = handedBack(draft, around, scope);
  closeScope(draft, scope.id);
  done(draft, around, { value });
};
