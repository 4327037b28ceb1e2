import { dies, nodeAt, unrest, type Draft } from './draft.ts';
import type { Moving } from './elements/element.ts';
import type { Subscription, Token } from './state.ts';

const unsubscribe = (draft: Draft, { id, node, event }: Subscription): void => {
  draft.subscriptions.delete(id);
  draft.effects.push(event.kind === 'timer'
    ? { key: `timer.cancel:${id}`, type: 'timer.cancel', subscription: id, node }
    : { key: `message.unsubscribe:${id}`, type: 'message.unsubscribe', subscription: id, node });
};

/** A subscription that has fired is gone: the world knows, no effect is needed for a timer. */
export const fired = (draft: Draft, subscription: Subscription): void => {
  if (subscription.event.kind === 'message') unsubscribe(draft, subscription);
  else draft.subscriptions.delete(subscription.id);
};

/** Ends what a token's stay at an element has opened: its task or job, its subscriptions, its pause of the clock. */
export const release = (draft: Draft, token: Moving, reason: 'completed' | 'cancelled'): void => {
  const resting = draft.tokens.get(token.id);
  const node = nodeAt(draft, token.at);
  for (const id of draft.wakes.get(token.id) ?? []) {
    const subscription = draft.subscriptions.get(id);
    if (subscription) unsubscribe(draft, subscription);
  }
  draft.wakes.delete(token.id);
  if (resting?.wait.on === 'task') {
    draft.effects.push({ key: `task.close:${token.id}`, type: 'task.close', token: token.id, node: node.id, reason });
  } else if (resting?.wait.on === 'job' && reason === 'cancelled') {
    draft.effects.push({ key: `job.cancel:${token.id}`, type: 'job.cancel', token: token.id, node: node.id });
  }
  if (node.step.clock?.startsWith('pause:') && isWorking(draft, resting)) {
    draft.effects.push({ key: `clock.resume:${token.id}`, type: 'clock', node: node.id, action: 'resume', cause: node.step.clock.slice(6) });
  }
  unrest(draft, token);
  if (resting?.wait.on === 'incident') resolve(draft, resting.wait.incident, token);
};

/** Whether the token's stay has begun and not ended: not so for one that failed on its way in or out. */
const isWorking = (draft: Draft, resting: Token | undefined): boolean =>
  resting?.wait.on !== 'incident' || draft.incidents.get(resting.wait.incident)!.retry === 'enter';

/** An incident is over once none of its tokens waits on it any more. */
const resolve = (draft: Draft, incident: number, leaving: Moving): void => {
  const known = draft.incidents.get(incident);
  if (!known) return;
  for (const { id, wait } of draft.tokens.values()) {
    if (wait.on !== 'incident' || wait.incident !== incident) continue;
    if (known.token === leaving.id) draft.incidents.set(incident, { ...known, token: id });
    return;
  }
  draft.incidents.delete(incident);
  draft.effects.push({ key: `incident.resolve:${incident}`, type: 'incident.resolve', incident, node: leaving.at });
};

/** Takes away a resting token and everything inside it. */
export const cancel = (draft: Draft, token: Token): void => {
  if (token.wait.on === 'scope') closeScope(draft, token.wait.scope);
  release(draft, token, 'cancelled');
  draft.visits.push({ element: token.at, did: 'cancel' });
  dies(draft, token);
};

/** Cancels every token of a scope and of the scopes within it, and forgets them; moving tokens of it are dropped on arrival. */
export const closeScope = (draft: Draft, scope: number): void => {
  for (const token of draft.tokens.values()) {
    if (token.scope === scope && draft.tokens.has(token.id)) cancel(draft, token);
  }
  draft.scopes.delete(scope);
  draft.alive.delete(scope);
};

/** Ends the whole instance with the status. */
export const close = (draft: Draft, status: 'completed' | 'terminated' | 'failed'): void => {
  closeScope(draft, 0);
  draft.queue.length = 0;
  draft.status = status;
  draft.effects.push({ key: 'close', type: 'close', status });
};
