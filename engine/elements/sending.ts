import type { EventDefinition } from '../definition.ts';
import { inputs, worth } from './ask.ts';
import type { Json } from '../state.ts';
import type { Context, Move } from './element.ts';

/** Throws a message with its keys and named inputs, and goes on. */
export const sending = (context: Context, event: EventDefinition & { kind: 'message' }): Move => {
  const keys: Record<string, Json> = {};
  for (const key of event.keys ?? []) {
    const value = worth(context, key.value, `message key "${key.name}"`);
    if ('failed' in value) return value.failed;
    keys[key.name] = value.value;
  }
  const data = inputs(context);
  if ('failed' in data) return data.failed;
  return { do: 'leave', send: { name: event.name, keys, data: data.value } };
};
