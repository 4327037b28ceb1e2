import { visible } from './data.ts';
import type { EventDefinition, Expression, Node } from './definition.ts';
import { isLayered, nodeAt, type Draft } from './draft.ts';
import { evaluation } from './evaluation.ts';
import type { Data, Subscription } from './state.ts';
import { trigger } from './trigger.ts';

const conditionOf = (node: Node, part: number | undefined): Expression | undefined => {
  const event: EventDefinition | undefined = !('event' in node) ? undefined : node.event.kind === 'multiple' && part !== undefined ? node.event.events[part] : node.event;
  return event?.kind === 'conditional' ? event.condition : node.step.inputSets?.[part ?? 0]?.available;
};

const seenBy = (draft: Draft, { token, scope }: Subscription): Data => {
  if (!isLayered(draft)) return draft.data;
  return token === undefined ? visible(draft, scope!) : visible(draft, draft.tokens.get(token)!.scope, token);
};

/**
 * Asks the conditions of conditional events (BPMN 2.0.2, 10.5.5) and of activities that wait for their data (10.4.2) after data have
 * changed. An event happens when its condition begins to hold; one that lacks data, or gives no true or false, does not hold yet. Whether any happened.
 */
export const holdNow = (draft: Draft): boolean => {
  draft.changed = false;
  let happened = false;
  for (const subscription of draft.subscriptions.values()) {
    if (subscription.event.kind !== 'conditional' || !draft.subscriptions.has(subscription.id)) continue;
    const condition = conditionOf(nodeAt(draft, subscription.node), subscription.part);
    if (!condition) continue;
    const answer = evaluation(draft.environment, condition, seenBy(draft, subscription), draft.at);
    const held = !('failed' in answer) && answer.value === true && answer.missing.length === 0;
    if (held === subscription.event.held) continue;
    const now: Subscription = { ...subscription, event: { kind: 'conditional', held } };
    draft.subscriptions.set(now.id, now);
    if (!held) continue;
    happened = true;
    trigger(draft, now, undefined);
  }
  return happened;
};
