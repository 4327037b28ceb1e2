import type { Element } from './element.ts';
import { leaveByAll } from './outgoing.ts';

/** Joins one token of each incoming flow, whatever their order, and forks onto all outgoing ones (BPMN 2.0.2, 13.4.1). */
export const parallelGateway: Element<'parallelGateway'> = {
  enter: (context) => {
    const { node, token } = context;
    if (node.incoming.length < 2) return { do: 'leave' };
    const others = context.waiting.length;
    if (others + 1 < node.incoming.length) return { do: 'wait', for: 'join', beside: others > 0 };
    const { arrivals } = context;
    const filled = arrivals.size + (arrivals.has(token.via!) ? 0 : 1);
    if (filled < node.incoming.length) return { do: 'wait', for: 'join', beside: true };
    return { do: 'leave', merge: node.incoming.filter((flow) => flow !== token.via).map((flow) => arrivals.get(flow)![0]!) };
  },
  leave: leaveByAll,
};
