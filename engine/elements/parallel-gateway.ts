import type { FlowId } from '../definition.ts';
import type { Element } from './element.ts';

/** Joins one token of each incoming flow, whatever their order, and forks onto all outgoing ones (BPMN 2.0.2, 13.4.1). */
export const parallelGateway: Element<'parallelGateway'> = {
  enter: (context) => {
    const { node, token, waiting } = context;
    if (node.incoming.length < 2) return { do: 'leave' };
    if (waiting + 1 < node.incoming.length) return { do: 'wait', for: 'join', beside: waiting > 0 };
    // By number: for many flows several times quicker than a set of names. One that came by no flow counts as one of them.
    const filled = new Uint8Array(node.incoming.length + 1);
    const numberOf = (via: FlowId | undefined): number => (via === undefined ? node.incoming.length : node.incoming.indexOf(via));
    filled[numberOf(token.via)] = 1;
    const merge: number[] = [];
    for (const { id, via } of context.gathered) {
      const flow = numberOf(via);
      if (filled[flow] === 1) continue;
      filled[flow] = 1;
      merge.push(id);
    }
    return merge.length + 1 < node.incoming.length ? { do: 'wait', for: 'join', beside: true } : { do: 'leave', merge };
  },
  leave: 'all',
};
