import type { Element } from './element.ts';

/** Joins one token of each incoming flow, whatever their order, and forks onto all outgoing ones (BPMN 2.0.2, 13.4.1). */
export const parallelGateway: Element<'parallelGateway'> = {
  enter: (context) => {
    const { node, token, waiting } = context;
    if (node.incoming.length < 2) return { do: 'leave' };
    if (waiting + 1 < node.incoming.length) return { do: 'wait', for: 'join', beside: waiting > 0 };
    const filled = new Set([token.via]);
    const merge: number[] = [];
    for (const { id, via } of context.gathered) {
      if (filled.has(via)) continue;
      filled.add(via);
      merge.push(id);
    }
    return filled.size < node.incoming.length ? { do: 'wait', for: 'join', beside: true } : { do: 'leave', merge };
  },
  leave: 'all',
};
