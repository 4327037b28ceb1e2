import { close, closeScope, release } from './cancel.ts';
import type { Node } from './definition.ts';
import { answer, contextOf, dies, nodeAt, raise, rest, send, subscribe, type Draft } from './draft.ts';
import { label } from './elements/ask.ts';
import { elementOf } from './elements/index.ts';
import { leaveByConditions } from './elements/outgoing.ts';
import { subscribing } from './elements/subscribing.ts';
import type { Failure, Move, Moving, Sending, Subscribing } from './elements/element.ts';
import { throwFrom } from './failure.ts';
import type { Incident, Json } from './state.ts';

const defaultBudget = 20_000;

/** The one place where what an element proposes becomes state, effects and visits. */
export const apply = (draft: Draft, token: Moving, move: Move, phase: Incident['retry']): void => {
  switch (move.do) {
    case 'leave': return leave(draft, token, move.answer, move.merge, move.send);
    case 'take': return take(draft, token, move.flows);
    case 'wait': return wait(draft, token, move);
    case 'open': return open(draft, token, move.starts);
    case 'terminate': return terminate(draft, token);
    case 'throw': return throwError(draft, token, move.code);
    case 'incident': return raise(draft, [token], phase, move);
  }
};

/** Moves tokens until all of them rest, then asks the joins that look at the whole graph; stops a runaway. */
export const settle = (draft: Draft): void => {
  const budget = draft.environment.budget ?? defaultBudget;
  let steps = 0;
  let head = 0;
  while (draft.status === 'active') {
    while (head < draft.queue.length) {
      if (steps >= budget) return stop(draft, draft.queue.splice(head).filter(({ scope }) => draft.scopes.has(scope)), budget);
      steps += 1;
      const token = draft.queue[head++]!;
      if (draft.scopes.has(token.scope)) arrive(draft, token);
    }
    if (!recheck(draft)) return nameDeadlock(draft);
  }
};

/** Tokens that wait at joins for others that cannot come any more are a fault of the model, and said so. */
const nameDeadlock = (draft: Draft): void => {
  if (draft.joins.size === 0 || draft.subscriptions.size > 0) return;
  const held: Moving[] = [];
  for (const token of draft.tokens.values()) {
    if (token.wait.on === 'join') held.push(token);
    else if (token.wait.on !== 'scope') return;
  }
  const places = [...new Set(held.map(({ at }) => label(nodeAt(draft, at))))].join(', ');
  raise(draft, held, 'enter', { code: 'deadlock', message: `expected more tokens to arrive at ${places}, but nothing else moves in this instance any more` });
};

const stop = (draft: Draft, moving: readonly Moving[], budget: number): void => {
  if (moving.length === 0) return;
  raise(draft, moving, 'arrive', {
    code: 'runaway',
    message: `expected the procedure to come to rest within ${budget} automatic steps, but it was still moving at ${label(nodeAt(draft, moving[0]!.at))}`,
  });
};

/** A token reaches an element: its boundary events are armed, its clock and dossier state spoken, its work begun. */
export const arrive = (draft: Draft, token: Moving): void => {
  const node = nodeAt(draft, token.at);
  if (node.boundary.length > 0) {
    const armed = boundaries(draft, token, node);
    if ('do' in armed) return raise(draft, [token], 'arrive', armed);
    draft.visits.push({ element: node.id, did: 'enter' });
    arm(draft, token, armed);
  } else draft.visits.push({ element: node.id, did: 'enter' });
  announce(draft, token, node);
  begin(draft, token);
};

/** The element's own work, also when it is tried again. */
export const begin = (draft: Draft, token: Moving): void => {
  const context = contextOf(draft, token);
  apply(draft, token, elementOf(context.node.kind).enter(context), 'enter');
};

const boundaries = (draft: Draft, token: Moving, node: Node): readonly Subscribing[] | Failure => {
  const context = contextOf(draft, token);
  const armed: Subscribing[] = [];
  for (const id of node.boundary) {
    const boundary = nodeAt(draft, id);
    if (boundary.kind !== 'boundaryEvent') continue;
    const wanted = subscribing(context, boundary, boundary.event);
    if ('failed' in wanted) return wanted.failed;
    if (wanted.value) armed.push(wanted.value);
  }
  return armed;
};

export const arm = (draft: Draft, token: Moving, wanted: readonly Subscribing[]): void => {
  for (const { node, event } of wanted) {
    const id = draft.next++;
    subscribe(draft, { id, token: token.id, node, event });
    draft.effects.push(event.kind === 'timer'
      ? { key: `timer.set:${id}`, type: 'timer.set', subscription: id, node, timer: { type: event.type, value: event.value }, from: event.from }
      : { key: `message.subscribe:${id}`, type: 'message.subscribe', subscription: id, node, name: event.name, keys: event.keys });
  }
};

const announce = (draft: Draft, token: Moving, { id, step }: Node): void => {
  const { clock, state } = step;
  if (clock === 'start' || clock === 'end') draft.effects.push({ key: `clock.${clock}:${token.id}`, type: 'clock', node: id, action: clock });
  else if (clock !== undefined) draft.effects.push({ key: `clock.pause:${token.id}`, type: 'clock', node: id, action: 'pause', cause: clock.slice(6) });
  if (state !== undefined) draft.effects.push({ key: `dossier.state:${token.id}`, type: 'dossier.state', node: id, state });
};

const wait = (draft: Draft, token: Moving, move: Move & { do: 'wait' }): void => {
  switch (move.for) {
    case 'task':
      rest(draft, { ...token, wait: { on: 'task' } });
      draft.effects.push({ key: `task.open:${token.id}`, type: 'task.open', token: token.id, node: token.at });
      return;
    case 'job':
      rest(draft, { ...token, wait: { on: 'job', connector: move.connector } });
      draft.effects.push({
        key: `job.request:${token.id}`, type: 'job.request', token: token.id, node: token.at, connector: move.connector, inputs: move.inputs,
      });
      return;
    case 'join': return rest(draft, { ...token, wait: { on: 'join' } });
    case 'event':
    case 'gateway':
      rest(draft, { ...token, wait: { on: move.for } });
      arm(draft, token, move.subscribe);
  }
};

/** Done with the element: what it opened is closed, then it chooses its way out. */
export const leave = (draft: Draft, token: Moving, value?: Json, merge: readonly number[] = [], message?: Sending): void => {
  for (const id of merge) {
    const merged = draft.tokens.get(id)!;
    release(draft, merged, 'completed');
    dies(draft, merged);
  }
  const node = nodeAt(draft, token.at);
  answer(draft, node, value);
  release(draft, token, 'completed');
  if (message) draft.effects.push({ key: `message.send:${token.id}`, type: 'message.send', node: node.id, ...message });
  wayOut(draft, token);
};

/** Chooses the ways out, also when they are chosen again. */
export const wayOut = (draft: Draft, token: Moving): void => {
  const context = contextOf(draft, token);
  apply(draft, token, (elementOf(context.node.kind).leave ?? leaveByConditions)(context), 'leave');
};

const take = (draft: Draft, token: Moving, flows: readonly string[]): void => {
  draft.visits.push({ element: token.at, did: 'leave' });
  for (const flow of flows) {
    draft.visits.push({ element: flow, did: 'take' });
    send(draft, draft.definition.flows[flow]!.target, token.scope, flow);
  }
  dies(draft, token);
  if (draft.alive.get(token.scope) === 0) complete(draft, token.scope);
};

const open = (draft: Draft, token: Moving, starts: readonly string[]): void => {
  const scope = draft.next++;
  draft.scopes.set(scope, { id: scope, node: token.at, token: token.id });
  rest(draft, { ...token, wait: { on: 'scope', scope } });
  for (const start of starts) send(draft, start, scope);
};

/** A scope without tokens is done: the instance closes, or the sub-process goes on. */
const complete = (draft: Draft, scope: number): void => {
  const { token } = draft.scopes.get(scope)!;
  if (token === undefined) return close(draft, 'completed');
  draft.scopes.delete(scope);
  draft.alive.delete(scope);
  leave(draft, draft.tokens.get(token)!);
};

/** Ends everything in the end event's scope: the instance, or the sub-process, which then goes on (BPMN 2.0.2, 13.5.6). */
const terminate = (draft: Draft, token: Moving): void => {
  draft.visits.push({ element: token.at, did: 'leave' });
  dies(draft, token);
  const around = draft.scopes.get(token.scope)!.token;
  if (around === undefined) return close(draft, 'terminated');
  closeScope(draft, token.scope);
  leave(draft, draft.tokens.get(around)!);
};

/** An error that no one catches ends the instance. */
const throwError = (draft: Draft, token: Moving, code: string | undefined): void => {
  draft.visits.push({ element: token.at, did: 'leave' });
  dies(draft, token);
  if (!throwFrom(draft, token.scope, code)) close(draft, 'failed');
};

/** Lets the first waiting join go on that looks at the whole graph and may; whether there was one. */
const recheck = (draft: Draft): boolean => {
  for (const { node, arrivals } of draft.joins.values()) {
    const element = elementOf(nodeAt(draft, node).kind);
    if (!element.recheck) continue;
    let oldest = Infinity;
    for (const [first] of arrivals.values()) oldest = Math.min(oldest, first!);
    const token = draft.tokens.get(oldest)!;
    const move = element.recheck(contextOf(draft, token));
    if (!move) continue;
    apply(draft, token, move, 'enter');
    return true;
  }
  return false;
};
