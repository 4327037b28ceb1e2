import { upstream } from '../upstream.ts';
import type { Element } from './element.ts';
import { leaveByConditions } from './outgoing.ts';

/**
 * The inclusive join of BPMN 2.0.2, table 13.3: it goes on when some incoming flow has a token and every token
 * that can still reach an empty incoming flow can also reach a filled one (paths through the gateway itself do not count).
 * A boundary event that may still fire counts as a way to an empty flow, so that the join never goes on too early.
 * It is asked again whenever tokens have moved or died. The split is that of conditions.
 */
export const inclusiveGateway: Element<'inclusiveGateway'> = {
  enter: ({ node }) => (node.incoming.length < 2 ? { do: 'leave' } : { do: 'wait', for: 'join' }),
  leave: leaveByConditions,
  recheck: ({ definition, node, token, arrivals, resting }) => {
    const empty = node.incoming.filter((flow) => !arrivals.has(flow));
    if (empty.length > 0) {
      const before = upstream(definition, node.id);
      const filled = [...arrivals.keys()];
      for (const other of resting) {
        if (other.at === node.id) continue;
        const mayReachEmpty = empty.some((flow) => before.get(flow)!.possible.has(other.at));
        if (mayReachEmpty && !filled.some((flow) => before.get(flow)!.drawn.has(other.at))) return undefined;
      }
    }
    return { do: 'leave', merge: [...arrivals.values()].map((waiting) => waiting[0]!).filter((id) => id !== token.id) };
  },
};
