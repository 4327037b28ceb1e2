import type { EventDefinition, Node } from '../definition.ts';
import type { Json } from '../state.ts';
import { text, worth, type Answer } from './ask.ts';
import type { Context, Subscribing } from './element.ts';

/** What an event waits for, spelled out with the data of now; `undefined` when the event waits for nothing. */
export const subscribing = (context: Context, node: Node, event: EventDefinition): Answer<Subscribing | undefined> => {
  const own = { ...context, node };
  if (event.kind === 'timer') {
    const value = text(own, event.timer.value, 'the timer');
    if ('failed' in value) return value;
    return { value: { node: node.id, event: { kind: 'timer', type: event.timer.type, value: value.value, from: context.at } } };
  }
  if (event.kind === 'message') {
    const keys: Record<string, Json> = {};
    for (const key of event.keys ?? []) {
      const value = worth(own, key.value, `message key "${key.name}"`);
      if ('failed' in value) return value;
      keys[key.name] = value.value;
    }
    return { value: { node: node.id, event: { kind: 'message', name: event.name, keys } } };
  }
  return { value: undefined };
};
