import type { EventDefinition } from '../definition.ts';
import type { Element, Move } from './element.ts';
import { sending } from './sending.ts';

/** What consuming the token does to the scopes around it. */
const ending = (event: EventDefinition): Move => {
  switch (event.kind) {
    case 'terminate': return { do: 'terminate' };
    case 'error': return event.code === undefined ? { do: 'throw' } : { do: 'throw', code: event.code };
    case 'cancel': return { do: 'cancel', phase: 'leave' };
    case 'multiple': return event.events.map(ending).find(({ do: does }) => does !== 'take') ?? { do: 'take', flows: [] };
    default: return { do: 'take', flows: [] };
  }
};

const cancels = (event: EventDefinition): boolean => event.kind === 'cancel' || (event.kind === 'multiple' && event.events.some(cancels));

/** Consumes the token; may throw, cancel the transaction around it or end everything in its scope. */
export const endEvent: Element<'endEvent'> = {
  enter: (context) => (cancels(context.node.event) ? { do: 'cancel', phase: 'undo' } : sending(context, context.node.event)),
  leave: ({ node }) => ending(node.event),
};
