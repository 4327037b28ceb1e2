import type { EventDefinition } from '../definition.ts';
import { inputs, worth, type Answer } from './ask.ts';
import type { Json } from '../state.ts';
import type { Context, Move, Thrown } from './element.ts';

type Compensating = { readonly activity?: string; readonly wait: boolean };

interface Throwing {
  readonly throws: readonly Thrown[];
  readonly compensate?: Compensating;
}

const nothing: Throwing = { throws: [] };

const message = (context: Context, event: EventDefinition & { kind: 'message' }): Answer<Throwing> => {
  const keys: Record<string, Json> = {};
  for (const key of event.keys ?? []) {
    const value = worth(context, key.value, `message key "${key.name}"`);
    if ('failed' in value) return value;
    keys[key.name] = value.value;
  }
  const data = inputs(context);
  return 'failed' in data ? data : { value: { throws: [{ kind: 'message', name: event.name, keys, data: data.value }] } };
};

/** What an event throws on the way; what ends its scope is thrown on leaving. */
export const throwing = (context: Context, event: EventDefinition): Answer<Throwing> => {
  switch (event.kind) {
    case 'message': return message(context, event);
    case 'signal': {
      const data = inputs(context);
      return 'failed' in data ? data : { value: { throws: [{ kind: 'signal', name: event.name, data: data.value }] } };
    }
    case 'escalation': return { value: { throws: [{ kind: 'escalation', ...(event.code !== undefined && { code: event.code }) }] } };
    case 'compensation': return { value: { throws: [], compensate: event } };
    case 'multiple': return several(context, event.events);
    default: return { value: nothing };
  }
};

const several = (context: Context, events: readonly EventDefinition[]): Answer<Throwing> => {
  const throws: Thrown[] = [];
  let compensate: Compensating | undefined;
  for (const event of events) {
    const answer = throwing(context, event);
    if ('failed' in answer) return answer;
    throws.push(...answer.value.throws);
    compensate ??= answer.value.compensate;
  }
  return { value: { throws, ...(compensate && { compensate }) } };
};

/** Throws what the event says, and goes on: at once, or when what is compensated is done. */
export const sending = (context: Context, event: EventDefinition): Move => {
  const answer = throwing(context, event);
  if ('failed' in answer) return answer.failed;
  const { throws, compensate } = answer.value;
  if (!compensate) return throws.length > 0 ? { do: 'leave', throws } : { do: 'leave' };
  return { do: 'compensate', wait: compensate.wait, throws, ...(compensate.activity !== undefined && { activity: compensate.activity }) };
};
