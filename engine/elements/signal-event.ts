import { inputs } from './ask.ts';
import { awaiting, type EventMeaning } from './event-meaning.ts';

/** Reaches everyone who waits for its name, here and elsewhere (BPMN 2.0.2, 10.5.5). */
export const signalEvent: EventMeaning<'signal'> = {
  awaits: (_context, node, { name }, part) => awaiting(node, { kind: 'signal', name }, part),
  throws: (context, { name }) => {
    const data = inputs(context);
    return 'failed' in data ? data : { value: { throws: [{ kind: 'signal', name, data: data.value }] } };
  },
};
