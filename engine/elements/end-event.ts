import type { Element } from './element.ts';
import { sending } from './sending.ts';

/** Consumes the token; may send a message, throw an error or end everything in its scope. */
export const endEvent: Element<'endEvent'> = {
  enter: (context) => {
    const { event } = context.node;
    switch (event.kind) {
      case 'terminate': return { do: 'terminate' };
      case 'error': return event.code === undefined ? { do: 'throw' } : { do: 'throw', code: event.code };
      case 'message': return sending(context, event);
      case 'none':
      case 'timer': return { do: 'leave' };
    }
  },
  leave: () => ({ do: 'take', flows: [] }),
};
