import type { EventDefinition } from '../definition.ts';
import type { Context, Move } from './element.ts';
import { subscribing } from './subscribing.ts';

/** Waits for the event; an event that waits for nothing passes. */
export const catching = (context: Context, event: EventDefinition): Move => {
  const wanted = subscribing(context, context.node, event);
  if ('failed' in wanted) return wanted.failed;
  return wanted.value.length > 0 ? { do: 'wait', for: 'event', subscribe: wanted.value } : { do: 'leave' };
};
