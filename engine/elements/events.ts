import type { EventDefinition, Node } from '../definition.ts';
import type { Answer } from './ask.ts';
import { cancelEvent } from './cancel-event.ts';
import { compensationEvent } from './compensation-event.ts';
import { conditionalEvent } from './conditional-event.ts';
import type { Context, Move, Subscribing } from './element.ts';
import { errorEvent } from './error-event.ts';
import { escalationEvent } from './escalation-event.ts';
import type { EventMeaning, Throwing } from './event-meaning.ts';
import { linkEvent } from './link-event.ts';
import { messageEvent } from './message-event.ts';
import { multipleEvent } from './multiple-event.ts';
import { signalEvent } from './signal-event.ts';
import { terminateEvent } from './terminate-event.ts';
import { timerEvent } from './timer-event.ts';

const meaningOf = (event: EventDefinition): EventMeaning<EventDefinition['kind']> => meanings[event.kind] as unknown as EventMeaning<EventDefinition['kind']>;

/** The only registry of events by kind: a kind without its meaning does not compile. */
const meanings = {
  none: {},
  message: messageEvent, timer: timerEvent, signal: signalEvent, conditional: conditionalEvent, link: linkEvent,
  error: errorEvent, escalation: escalationEvent, compensation: compensationEvent, cancel: cancelEvent, terminate: terminateEvent,
  multiple: multipleEvent(meaningOf),
} satisfies { [K in EventDefinition['kind']]: EventMeaning<K> };

export const eventKinds = Object.keys(meanings) as readonly EventDefinition['kind'][];

/** What the element waits for where it stands; nothing when its event is caught in other ways, as errors are, or waits for nothing. */
export const subscribing = (context: Context, node: Node, event: EventDefinition): Answer<readonly Subscribing[]> =>
  meaningOf(event).awaits?.(context.seeing({ node }), node, event) ?? { value: [] };

/** What an event throws on the way; what ends its scope is thrown on leaving. */
export const throwing = (context: Context, event: EventDefinition): Answer<Throwing> => meaningOf(event).throws?.(context, event) ?? { value: { throws: [] } };

/** What consuming the token of an end event does to the scopes around it. */
export const ending = (event: EventDefinition): Move => meaningOf(event).ends?.(event) ?? { do: 'take', flows: [] };

/** Waits for the event; an event that waits for nothing passes. */
export const catching = (context: Context, event: EventDefinition): Move => {
  const wanted = subscribing(context, context.node, event);
  if ('failed' in wanted) return wanted.failed;
  return wanted.value.length > 0 ? { do: 'wait', for: 'event', subscribe: wanted.value } : { do: 'leave' };
};

/** Throws what the event says, and goes on: at once, or when what is compensated is done. */
export const sending = (context: Context, event: EventDefinition): Move => {
  const answer = throwing(context, event);
  if ('failed' in answer) return answer.failed;
  const { throws, compensate } = answer.value;
  if (!compensate) return throws.length > 0 ? { do: 'leave', throws } : { do: 'leave' };
  return { do: 'compensate', wait: compensate.wait, throws, ...(compensate.activity !== undefined && { activity: compensate.activity }) };
};
