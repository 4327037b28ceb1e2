import type { EventDefinition } from '../definition.ts';
import type { Answer } from './ask.ts';
import type { Subscribing, Thrown } from './element.ts';
import type { EventMeaning, Throwing } from './event-meaning.ts';

type MeaningOf = (event: EventDefinition) => EventMeaning<EventDefinition['kind']>;

/** Several events in one (BPMN 2.0.2, 10.5.5): each of them is waited for as a part, all of them are thrown, in order. */
export const multipleEvent = (meaningOf: MeaningOf): EventMeaning<'multiple'> => ({
  awaits: (context, node, { events }) => {
    const found: Subscribing[] = [];
    for (const [part, event] of events.entries()) {
      const answer: Answer<readonly Subscribing[]> = meaningOf(event).awaits?.(context, node, event, part) ?? { value: [] };
      if ('failed' in answer) return answer;
      found.push(...answer.value);
    }
    return { value: found };
  },
  throws: (context, { events }) => {
    const throws: Thrown[] = [];
    let compensate: Throwing['compensate'];
    for (const event of events) {
      const answer = meaningOf(event).throws?.(context, event) ?? { value: { throws: [] } };
      if ('failed' in answer) return answer;
      throws.push(...answer.value.throws);
      compensate ??= answer.value.compensate;
    }
    return { value: { throws, ...(compensate && { compensate }) } };
  },
  ends: ({ events }) => {
    for (const event of events) {
      const move = meaningOf(event).ends?.(event);
      if (move) return move;
    }
    return undefined;
  },
});
