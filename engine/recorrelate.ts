import { correlationAt } from './conversing.ts';
import { nodeAt, type Draft } from './draft.ts';
import { subscribing } from './elements/events.ts';
import { contextOf } from './view.ts';

/**
 * Whoever waits for a message of a conversation waits for that of now: keys are known when the first message has come, and follow the
 * data from which a process computes them (BPMN 2.0.2, 8.4.2). Where they cannot be computed any more they stay.
 */
export const recorrelate = (draft: Draft): void => {
  if (!draft.definition.conversation || draft.environment.answers) return;
  for (const subscription of draft.subscriptions.values()) {
    const { id, node, part, token, scope, event } = subscription;
    if (event.kind !== 'message') continue;
    const waiting = nodeAt(draft, node);
    const place = token === undefined ? { id: -1, at: node, scope: scope! } : draft.tokens.get(token)!;
    if (!Object.hasOwn(correlationAt(draft, place.scope).drawn?.messages ?? {}, event.name)) continue;
    const wanted = 'event' in waiting ? subscribing(contextOf(draft, place), waiting, waiting.event) : undefined;
    const now = wanted && !('failed' in wanted) ? wanted.value.find((other) => other.part === part)?.event : undefined;
    if (now?.kind !== 'message' || JSON.stringify(now.keys) === JSON.stringify(event.keys)) continue;
    const change = draft.next++;
    draft.subscriptions.set(id, { ...subscription, event: now });
    draft.effects.push(
      { key: `message.unsubscribe:${id}.${change}`, type: 'message.unsubscribe', subscription: id, node },
      { key: `message.subscribe:${id}.${change}`, type: 'message.subscribe', subscription: id, node, name: now.name, keys: now.keys },
    );
  }
};
