import { cancel } from './cancel.ts';
import type { BoundaryEvent, Node } from './definition.ts';
import { nodeAt, send, type Draft } from './draft.ts';
import type { Token } from './state.ts';

/** The error boundary of an activity that catches the code: its own code first, then one without a code. */
const catcher = (draft: Draft, activity: Node, code: string | undefined): BoundaryEvent | undefined => {
  let any: BoundaryEvent | undefined;
  for (const id of activity.boundary) {
    const boundary = nodeAt(draft, id) as BoundaryEvent;
    if (boundary.event.kind !== 'error') continue;
    if (boundary.event.code === undefined) any ??= boundary;
    else if (boundary.event.code === code) return boundary;
  }
  return any;
};

const catchAt = (draft: Draft, activity: Token, code: string | undefined): BoundaryEvent | undefined => {
  const boundary = catcher(draft, nodeAt(draft, activity.at), code);
  if (!boundary) return undefined;
  cancel(draft, activity);
  send(draft, boundary.id, activity.scope);
  return boundary;
};

/** Throws an error inside a scope: the nearest enclosing sub-process that catches it is interrupted. */
export const throwFrom = (draft: Draft, scope: number, code: string | undefined): BoundaryEvent | undefined => {
  for (let inside = draft.scopes.get(scope); inside?.token !== undefined;) {
    const activity = draft.tokens.get(inside.token)!;
    const boundary = catchAt(draft, activity, code);
    if (boundary) return boundary;
    inside = draft.scopes.get(activity.scope);
  }
  return undefined;
};

/** Throws an error out of an activity that waits: its own boundary comes first. */
export const throwOutOf = (draft: Draft, activity: Token, code: string): BoundaryEvent | undefined =>
  catchAt(draft, activity, code) ?? throwFrom(draft, activity.scope, code);
