import { awaited } from '../upstream.ts';
import type { Element } from './element.ts';
import { leaveByConditions } from './sequence-flow.ts';

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
    if (awaited(definition, node, empty, [...arrivals.keys()], resting)) return undefined;
    return { do: 'leave', merge: [...arrivals.values()].map((waiting) => waiting[0]!).filter((id) => id !== token.id) };
  },
};
