import { awaitedKeys, sentKeys } from '../correlation.ts';
import type { Data, Json } from '../state.ts';
import { inputs, worth, type Answer } from './ask.ts';
import type { Context } from './element.ts';
import { awaiting, type EventMeaning, type EventOf } from './event-meaning.ts';

const keysOf = (context: Context, event: EventOf<'message'>, correlated: Data): Answer<Data> => {
  const keys: Record<string, Json> = { ...correlated };
  for (const key of event.keys ?? []) {
    const value = worth(context, key.value, `message key "${key.name}"`);
    if ('failed' in value) return value;
    keys[key.name] = value.value;
  }
  return { value: keys };
};

/** Goes from one thrower to one receiver, found by its name and by keys (BPMN 2.0.2, 10.5.5 and 8.4.2). */
export const messageEvent: EventMeaning<'message'> = {
  awaits: (context, node, event, part) => {
    const correlated = awaitedKeys(context, event.name);
    if ('failed' in correlated) return correlated;
    const keys = keysOf(context, event, correlated.value);
    return 'failed' in keys ? keys : awaiting(node, { kind: 'message', name: event.name, keys: keys.value }, part);
  },
  throws: (context, event) => {
    const data = inputs(context);
    if ('failed' in data) return data;
    const correlated = sentKeys(context, event.name, data.value);
    if ('failed' in correlated) return correlated;
    const keys = keysOf(context, event, correlated.value);
    return 'failed' in keys ? keys : { value: { throws: [{ kind: 'message', name: event.name, keys: keys.value, data: data.value }] } };
  },
};
