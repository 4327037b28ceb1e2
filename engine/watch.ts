import { announce } from './announce.ts';
import { clearScope, unwatch } from './cancel.ts';
import type { Body, Definition, EventDefinition, Node, NodeId, StartEvent } from './definition.ts';
import { addScope, born, give, nodeAt, placeAt, raise, rest, send, type Draft } from './draft.ts';
import { subscribing } from './elements/events.ts';
import type { Failure, Subscribing } from './elements/element.ts';
import type { Data, Scope } from './state.ts';
import { contextOf } from './view.ts';

const empty: Body = { starts: [], handlers: [] };

/** What runs in a scope: a process, a called process or a sub-process; loops and compensations hold nothing of their own. */
export const bodyOf = (definition: Definition, { node, token, called, turns, undo }: Scope): Body => {
  if (token === undefined || called === definition.id) return { starts: definition.starts, handlers: definition.handlers ?? [] };
  if (called !== undefined) return definition.processes?.[called] ?? empty;
  if (turns || (undo && !isContainer(definition.nodes[node]))) return empty;
  const at = definition.nodes[node];
  return isContainer(at) ? at : empty;
};

export const isContainer = (node: Node | undefined): node is Node & Body => node !== undefined && 'handlers' in node;

/** The start events of a scope's event sub-processes, with the sub-process each begins. */
export function* handlerStarts(draft: Draft, scope: Scope): Generator<{ readonly handler: NodeId; readonly start: StartEvent }> {
  for (const handler of bodyOf(draft.definition, scope).handlers) {
    const node = nodeAt(draft, handler);
    if (!isContainer(node)) continue;
    for (const id of node.starts) {
      const start = nodeAt(draft, id);
      if (start.kind === 'startEvent') yield { handler, start };
    }
  }
}

const nobody: readonly NodeId[] = [];

/** The event sub-processes of a scope, as every step asks for them. */
const handlersOf = (draft: Draft, scope: Scope): readonly NodeId[] => {
  if (scope.token === undefined || scope.called !== undefined) return bodyOf(draft.definition, scope).handlers;
  return scope.turns ? nobody : placeAt(draft, scope.node).handlers;
};

/** Whether what was done in a scope is compensated by an event sub-process of its own. */
export const undoesItself = (draft: Draft, scope: Scope): boolean => {
  if (handlersOf(draft, scope).length === 0) return false;
  for (const { start } of handlerStarts(draft, scope)) if (start.event.kind === 'compensation') return true;
  return false;
};

/** Subscribes to what would begin a scope's event sub-processes. */
export const watch = (draft: Draft, id: number): Failure | undefined => {
  const scope = draft.scopes.get(id)!;
  return handlersOf(draft, scope).length === 0 ? undefined : watchFor(draft, scope);
};

const watchFor = (draft: Draft, scope: Scope): Failure | undefined => {
  const wanted: Subscribing[] = [];
  for (const { start } of handlerStarts(draft, scope)) {
    const context = contextOf(draft, { id: -1, at: start.id, scope: scope.id });
    const events = subscribing(context, start, start.event);
    if ('failed' in events) return events.failed;
    wanted.push(...events.value);
  }
  arm(draft, { scope: scope.id }, wanted);
  return undefined;
};

type Holder = { readonly token: number } | { readonly scope: number };

/** Makes subscriptions for a token or a scope, and tells the world of them. */
export const arm = (draft: Draft, holder: Holder, wanted: readonly Subscribing[]): void => {
  for (const { node, part, event } of wanted) {
    const id = draft.next++;
    draft.subscriptions.set(id, { id, ...holder, node, ...(part !== undefined && { part }), event });
    switch (event.kind) {
      case 'timer':
        draft.effects.push({ key: `timer.set:${id}`, type: 'timer.set', subscription: id, node, timer: { type: event.type, value: event.value }, from: event.from });
        break;
      case 'message':
        draft.effects.push({ key: `message.subscribe:${id}`, type: 'message.subscribe', subscription: id, node, name: event.name, keys: event.keys });
        break;
      case 'signal':
        draft.effects.push({ key: `signal.subscribe:${id}`, type: 'signal.subscribe', subscription: id, node, name: event.name });
        break;
      case 'conditional': draft.changed = true;
    }
  }
};

/** Begins an event sub-process in its scope; one that interrupts ends all that ran there, and nothing interrupts after it. `own` is what its start event alone knows. */
export const beginHandler = (draft: Draft, scope: number, handler: NodeId, start: StartEvent, own?: Data): void => {
  if (start.interrupting !== false && start.event.kind !== 'compensation') {
    clearScope(draft, scope);
    unwatch(draft, scope);
    draft.scopes.set(scope, { ...draft.scopes.get(scope)!, interrupted: true });
  }
  const token = { id: born(draft, scope), at: handler, scope };
  const inner = draft.next++;
  draft.visits.push({ element: handler, did: 'enter' });
  announce(draft, token, nodeAt(draft, handler));
  rest(draft, token, { on: 'scope', scope: inner });
  openScope(draft, { id: inner, node: handler, token: token.id }, [start.id, ...besides(draft, handler)], own);
};

/** What begins with an event sub-process although nothing leads to it (BPMN 2.0.2, 13.3.1). */
const besides = (draft: Draft, handler: NodeId): readonly NodeId[] => {
  const node = nodeAt(draft, handler);
  return isContainer(node) ? node.starts.filter((id) => nodeAt(draft, id).kind !== 'startEvent') : [];
};

/** Begins a scope: first it watches for the events of its event sub-processes, then its tokens set out, the first with values of its own. */
export const openScope = (draft: Draft, scope: Scope, starts: readonly NodeId[], own?: Data): void => {
  const names = placeAt(draft, scope.node).own;
  addScope(draft, names ? { ...scope, own: { ...Object.fromEntries(names.map((name) => [name, null])), ...scope.own } } : scope);
  const failure = watch(draft, scope.id);
  const tokens = starts.map((at) => ({ id: failure ? born(draft, scope.id) : send(draft, at, scope.id), at, scope: scope.id }));
  if (own && tokens[0]) give(draft, tokens[0].id, own);
  if (failure) raise(draft, tokens, 'watch', failure);
};

/** Whether a catching event is for an error or escalation of this code: by its code, for any code, or not. */
export const catches = (event: EventDefinition, kind: 'error' | 'escalation', code: string | undefined): 'code' | 'any' | undefined => {
  if (event.kind === 'multiple') {
    const answers = event.events.map((each) => catches(each, kind, code));
    return answers.includes('code') ? 'code' : answers.find((answer) => answer !== undefined);
  }
  if (event.kind !== kind) return undefined;
  if (event.code === undefined) return 'any';
  return event.code === code ? 'code' : undefined;
};
