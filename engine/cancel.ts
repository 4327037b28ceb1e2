import { dies, isTurn, placeAt, subscriptionsOf, unrest, type Draft } from './draft.ts';
import type { Effect } from './effect.ts';
import type { Moving } from './elements/element.ts';
import type { Subscription, Token } from './state.ts';

const withdrawn = ({ id, node, event }: Subscription): Effect | undefined => {
  switch (event.kind) {
    case 'timer': return { key: `timer.cancel:${id}`, type: 'timer.cancel', subscription: id, node };
    case 'message': return { key: `message.unsubscribe:${id}`, type: 'message.unsubscribe', subscription: id, node };
    case 'signal': return { key: `signal.unsubscribe:${id}`, type: 'signal.unsubscribe', subscription: id, node };
    case 'conditional': return undefined;
  }
};

export const unsubscribe = (draft: Draft, subscription: Subscription): void => {
  draft.subscriptions.delete(subscription.id);
  const effect = withdrawn(subscription);
  if (effect) draft.effects.push(effect);
};

/** A subscription that has fired is gone: the world knows, no effect is needed for a timer. */
export const fired = (draft: Draft, subscription: Subscription): void => {
  if (subscription.event.kind === 'timer') draft.subscriptions.delete(subscription.id);
  else unsubscribe(draft, subscription);
};

/** Ends what a token's stay at an element has opened: its task or job, its subscriptions, its pause of the clock. */
export const release = (draft: Draft, token: Moving, reason: 'completed' | 'cancelled'): void => {
  const resting = unrest(draft, token);
  if (draft.subscriptions.size > 0) unsubscribeAll(draft, token);
  if (resting !== undefined) endWait(draft, token, resting.wait, reason);
  const { pause } = placeAt(draft, token.at);
  if (pause !== undefined) resume(draft, token, resting, pause);
  if (resting !== undefined && resting.wait.on === 'incident') resolve(draft, resting.wait.incident, token);
};

const unsubscribeAll = (draft: Draft, token: Moving): void => {
  for (const subscription of subscriptionsOf(draft, { token: token.id })) unsubscribe(draft, subscription);
};

const endWait = (draft: Draft, { id, at }: Moving, { on }: Token['wait'], reason: 'completed' | 'cancelled'): void => {
  if (on === 'task') draft.effects.push({ key: `task.close:${id}`, type: 'task.close', token: id, node: at, reason });
  else if (on === 'job' && reason === 'cancelled') draft.effects.push({ key: `job.cancel:${id}`, type: 'job.cancel', token: id, node: at });
};

const resume = (draft: Draft, token: Moving, resting: Token | undefined, cause: string): void => {
  if (isWorking(draft, token, resting)) draft.effects.push({ key: `clock.resume:${token.id}`, type: 'clock', node: token.at, action: 'resume', cause });
};

/** Whether the token's stay has begun and not ended: not so for one that failed on its way in or out, or that waits for the instances of a loop. */
const isWorking = (draft: Draft, token: Moving, resting: Token | undefined): boolean =>
  (placeAt(draft, token.at).loop === undefined || isTurn(draft, token)) && (resting?.wait.on !== 'incident' || draft.incidents.get(resting.wait.incident)!.retry === 'enter');

/** An incident is over once none of its tokens waits on it any more. */
const resolve = (draft: Draft, incident: number, leaving: Moving): void => {
  const known = draft.incidents.get(incident);
  if (!known) return;
  for (const { id, wait } of draft.tokens.look()) {
    if (wait.on !== 'incident' || wait.incident !== incident) continue;
    if (known.token === leaving.id) draft.incidents.set(incident, { ...known, token: id });
    return;
  }
  draft.incidents.delete(incident);
  draft.effects.push({ key: `incident.resolve:${incident}`, type: 'incident.resolve', incident, node: leaving.at });
};

/** Takes away a resting token and everything inside it. */
export const cancel = (draft: Draft, token: Token): void => {
  draft.doubtful = true;
  if (token.wait.on === 'scope') closeScope(draft, token.wait.scope);
  release(draft, token, 'cancelled');
  draft.visits.push({ element: token.at, did: 'cancel' });
  dies(draft, token);
};

/** A token on its way that nobody lets arrive any more. */
const nowhere = -1;

/** No complex gateway of the scope waits to be reset any more. */
const forgetFired = (draft: Draft, id: number): void => {
  const scope = draft.scopes.get(id);
  if (!scope?.fired) return;
  const { fired: _, ...rest } = scope;
  draft.scopes.set(id, rest);
};

/** Cancels every token of a scope and of the scopes within it; the scope itself stays. */
export const clearScope = (draft: Draft, scope: number): void => {
  forgetFired(draft, scope);
  for (const token of draft.tokens.values()) {
    if (token.scope === scope && draft.tokens.has(token.id)) cancel(draft, token);
  }
  for (let index = draft.head; index < draft.queue.length; index += 1) {
    const token = draft.queue[index]!;
    if (token.scope !== scope) continue;
    if (!token.done?.resting) dies(draft, token);
    draft.queue[index] = { ...token, scope: nowhere };
  }
};

/** Forgets what was done in a scope and could have been compensated. */
export const forget = (draft: Draft, scope: number): void => {
  for (const { id, scope: of, inner } of draft.compensations.values()) {
    if (of !== scope) continue;
    draft.compensations.delete(id);
    if (inner !== undefined) forget(draft, inner);
  }
};

/** Nothing begins the event sub-processes of a scope any more. */
export const unwatch = (draft: Draft, scope: number): void => {
  if (draft.subscriptions.size > 0) for (const subscription of subscriptionsOf(draft, { scope })) unsubscribe(draft, subscription);
};

/** Takes a scope away whose tokens are gone; what was done in it may be kept for compensation. */
export const leaveScope = (draft: Draft, scope: number, keepsRecords: boolean): void => {
  unwatch(draft, scope);
  if (!keepsRecords && draft.compensations.size > 0) forget(draft, scope);
  const undoes = draft.scopes.get(scope)?.undoes;
  if (undoes !== undefined) forget(draft, undoes);
  draft.scopes.delete(scope);
};

/** Cancels all in a scope and forgets it. */
export const closeScope = (draft: Draft, scope: number): void => {
  clearScope(draft, scope);
  leaveScope(draft, scope, false);
};

/** Ends the whole instance with the status. */
export const close = (draft: Draft, status: 'completed' | 'terminated' | 'failed'): void => {
  closeScope(draft, 0);
  draft.queue.length = 0;
  draft.head = 0;
  draft.compensations.clear();
  draft.status = status;
  draft.effects.push({ key: 'close', type: 'close', status });
};
