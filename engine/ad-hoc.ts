import { clearScope } from './cancel.ts';
import { give, nodeAt, send, type Draft } from './draft.ts';
import { visible } from './data.ts';
import type { AdHocSubProcess, NodeId } from './definition.ts';
import { evaluation } from './evaluation.ts';
import { finish } from './scope.ts';
import type { Data, Scope } from './state.ts';

const at = (draft: Draft, scope: Scope): AdHocSubProcess => nodeAt(draft, scope.node) as AdHocSubProcess;

/** Whether a scope is that of an ad-hoc sub-process, which ends by its completion condition. */
export const breakable = (draft: Draft, scope: number): boolean => {
  const { token, node, undo, turns } = draft.scopes.get(scope)!;
  return token !== undefined && !undo && !turns && nodeAt(draft, node).kind === 'adHocSubProcess';
};

/** Whether the completion condition holds; one that cannot be answered yet does not. */
const completed = (draft: Draft, scope: Scope): boolean => {
  const { completion } = at(draft, scope);
  if (!completion) return false;
  const answer = evaluation(draft.environment, completion, visible(draft, scope.id), draft.at);
  return !('failed' in answer) && answer.value === true;
};

/** No step is begun any more; it is over when those that run are done. */
const awaitRest = (draft: Draft, id: number): void => {
  draft.scopes.set(id, { ...draft.scopes.get(id)!, interrupted: true });
  draft.doubtful = true;
};

/** Asked when a step in an ad-hoc sub-process is done: it goes on, waits for steps still running, or is over. */
export const doneInAdHoc = (draft: Draft, id: number): void => {
  const scope = draft.scopes.get(id)!;
  if (!scope.interrupted && !completed(draft, scope)) return;
  if (!scope.interrupted && at(draft, scope).cancelRemaining) clearScope(draft, id);
  else awaitRest(draft, id);
  if (draft.alive.get(id) === 0) finish(draft, draft.scopes.get(id)!);
};

/** A person begins one of the steps. */
export const beginInAdHoc = (draft: Draft, scope: number, node: NodeId, data: Data | undefined): void => {
  const token = send(draft, node, scope);
  if (data) give(draft, token, data);
};

/** A person declares the whole done: steps that still run are cancelled, or are waited for. */
export const endAdHoc = (draft: Draft, id: number, waits = false): void => {
  if (waits) awaitRest(draft, id);
  else clearScope(draft, id);
  if (draft.alive.get(id) === 0) finish(draft, draft.scopes.get(id)!);
};
