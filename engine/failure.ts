import { cancel, close } from './cancel.ts';
import type { BoundaryEvent, EventDefinition, Node, NodeId, StartEvent } from './definition.ts';
import { dies, done, give, isTurn, nodeAt, rest, send, unrest, type Draft } from './draft.ts';
import type { Moving } from './elements/element.ts';
import { keep } from './data.ts';
import { resultName } from './result-name.ts';
import type { Data, Token } from './state.ts';
import { beginHandler, catches, handlerStarts } from './watch.ts';

type Kind = 'error' | 'escalation';

/** What is thrown up through the scopes; `values` are kept by a catcher that names a result or outputs. */
export interface Fault {
  readonly kind: Kind;
  readonly code: string | undefined;
  readonly values?: Data;
  /** What work brings with it, where that is kept by whoever catches it and not by the work. */
  readonly brought?: Data;
}

/** Of several catchers the one for the very code, else the first for any code. */
const best = <T extends { readonly event: EventDefinition }>(found: Iterable<T>, { kind, code }: Fault): T | undefined => {
  let any: T | undefined;
  for (const candidate of found) {
    const answer = catches(candidate.event, kind, code);
    if (answer === 'code') return candidate;
    if (answer === 'any') any ??= candidate;
  }
  return any;
};

/** What a caught fault tells its catcher, when the catcher says where to keep it: its outputs see it, or it is kept under the result. */
const told = (draft: Draft, node: Node, scope: number, { code, values, brought }: Fault): Data | undefined => {
  const { step } = node;
  if (brought && !step.outputs) keep(draft, brought, scope);
  const facts = { ...values, code: code ?? null };
  if (step.outputs) return { ...facts, [resultName(node)]: facts };
  if (step.result !== undefined) keep(draft, { [step.result]: facts }, scope);
  return undefined;
};

const catchAtBoundary = (draft: Draft, activity: Token, fault: Fault): boolean => {
  const node = nodeAt(draft, activity.at);
  if (node.boundary.length === 0 || (node.loop && isTurn(draft, activity))) return false;
  const boundary = best(node.boundary.map((id) => nodeAt(draft, id) as BoundaryEvent), fault);
  if (!boundary) return false;
  if (boundary.interrupting) cancel(draft, activity);
  const token = send(draft, boundary.id, activity.scope);
  const values = told(draft, boundary, activity.scope, fault);
  if (values) give(draft, token, values);
  return true;
};

const catchInScope = (draft: Draft, scope: number, from: NodeId | undefined, fault: Fault): boolean => {
  const around = draft.scopes.get(scope)!;
  if (around.interrupted) return false;
  const starts: (StartEvent & { readonly handler: NodeId })[] = [];
  for (const { handler, start } of handlerStarts(draft, around)) if (handler !== from) starts.push({ ...start, handler });
  const start = best(starts, fault);
  if (!start) return false;
  beginHandler(draft, scope, start.handler, start, told(draft, start, scope, fault));
  return true;
};

/**
 * Throws a fault inside a scope: the nearest event sub-process or boundary event around that catches it, its own code first
 * (BPMN 2.0.2, 10.5.1). An event sub-process does not catch what is thrown in it. Whether anyone caught it.
 */
export const throwFrom = (draft: Draft, scope: number, fault: Fault): boolean => {
  let from: NodeId | undefined;
  for (let inside = draft.scopes.get(scope); inside; ) {
    if (catchInScope(draft, inside.id, from, fault)) return true;
    if (inside.token === undefined) return false;
    const activity = draft.tokens.get(inside.token)!;
    if (catchAtBoundary(draft, activity, fault)) return true;
    from = inside.node;
    inside = draft.scopes.get(activity.scope);
  }
  return false;
};

/** Throws a fault out of an activity that waits: its own boundary comes first. */
export const throwOutOf = (draft: Draft, activity: Token, fault: Fault): boolean =>
  catchAtBoundary(draft, activity, fault) || throwFrom(draft, activity.scope, fault);

/** An escalation that no one catches is over (BPMN 2.0.2, 10.5.6). */
export const escalate = (draft: Draft, { scope }: Moving, code: string | undefined): boolean => throwFrom(draft, scope, { kind: 'escalation', code });

/** An error that no one catches ends the instance. */
export const throwError = (draft: Draft, token: Moving, code: string | undefined): void => {
  rest(draft, token, { on: 'event' });
  if (throwFrom(draft, token.scope, { kind: 'error', code })) return;
  draft.visits.push({ element: token.at, did: 'leave' });
  if (draft.environment.sketch) return done(draft, token, { ends: 'unseen' });
  unrest(draft, token);
  dies(draft, token);
  close(draft, 'failed');
};
