import { converse, sentKeys } from './correlation.ts';
import { entriesOf } from './data.ts';
import { rest, unrest, type Draft } from './draft.ts';
import type { Failure, Moving, Thrown } from './elements/element.ts';
import { escalate } from './failure.ts';
import { resultName } from './result-name.ts';
import type { Json, Subscription } from './state.ts';
import { trigger } from './trigger.ts';
import { contextOf } from './view.ts';

/**
 * Throws in order; whether the thrower is still there. What is caught within the instance happens at once: an interrupted
 * scope is gone before the token after the throw would move (BPMN 2.0.2, 10.5.6).
 */
export const throwOnTheWay = (draft: Draft, token: Moving, throws: readonly Thrown[]): boolean => {
  rest(draft, token, { on: 'event' });
  for (const [index, thrown] of throws.entries()) {
    if (!draft.tokens.has(token.id)) return false;
    throwOne(draft, token, thrown, index === 0 ? `${token.id}` : `${token.id}.${index}`);
  }
  const resting = draft.tokens.get(token.id);
  if (resting) unrest(draft, resting);
  return resting !== undefined;
};

/** Throws one thing; `key` tells it apart from others of the same token. */
export const throwOne = (draft: Draft, token: Moving, thrown: Thrown, key: string): void => {
  switch (thrown.kind) {
    case 'message':
      converse(draft, token.scope, thrown.name, thrown.data);
      draft.effects.push({ key: `message.send:${key}`, type: 'message.send', node: token.at, name: thrown.name, keys: thrown.keys, data: thrown.data });
      return;
    case 'signal':
      draft.effects.push({ key: `signal.send:${key}`, type: 'signal.send', node: token.at, name: thrown.name, data: thrown.data });
      broadcast(draft, thrown.name, Object.keys(thrown.data).length > 0 ? thrown.data : undefined);
      return;
    case 'escalation': escalate(draft, token, thrown.code);
  }
};

/**
 * Messages drawn as flows out of an activity that is not a send task: they bring what the activity gave, and it stands still when a
 * message has no key.
 */
export const sendAlong = (draft: Draft, token: Moving, names: readonly string[]): Failure | undefined => {
  const context = contextOf(draft, token);
  const data = entriesOf(context.data[resultName(context.node)] ?? null);
  const messages: (Thrown & { readonly kind: 'message' })[] = [];
  for (const name of names) {
    const keys = sentKeys(context, name, data, true);
    if ('failed' in keys) return keys.failed;
    messages.push({ kind: 'message', name, keys: keys.value, data });
  }
  for (const [index, message] of messages.entries()) throwOne(draft, token, message, `${token.id}.flow${index}`);
  return undefined;
};

const depthOf = (draft: Draft, { token, scope }: Subscription): number => {
  let depth = token === undefined ? 1 : 0;
  for (let around = draft.scopes.get(scope ?? draft.tokens.get(token!)!.scope); around?.token !== undefined; depth += 2) around = draft.scopes.get(draft.tokens.get(around.token)!.scope);
  return depth;
};

/**
 * Lets everyone in the instance who waits for the signal have it, from the inside out. An event sub-process handles it for
 * its scope: the same signal does not happen to that scope once more at the boundary, unless it is thrown again.
 */
export const broadcast = (draft: Draft, name: string, value: Json | undefined): void => {
  const waiting = [...draft.subscriptions.values()].filter(({ event }) => event.kind === 'signal' && event.name === name);
  const ordered = waiting.map((subscription) => ({ subscription, depth: depthOf(draft, subscription) })).toSorted((a, b) => b.depth - a.depth);
  const handled = new Set<number | undefined>();
  for (const { subscription: { id } } of ordered) {
    const subscription = draft.subscriptions.get(id);
    if (!subscription || (subscription.token !== undefined && handled.has(subscription.token))) continue;
    if (subscription.token === undefined) handled.add(draft.scopes.get(subscription.scope!)?.token);
    trigger(draft, subscription, value);
  }
};
