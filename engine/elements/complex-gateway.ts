import { awaited } from '../upstream.ts';
import type { Json } from '../state.ts';
import { fail, label, worth } from './ask.ts';
import type { Context, Element, Move } from './element.ts';
import { leaveByConditions } from './sequence-flow.ts';
import type { ComplexGateway, FlowId } from '../definition.ts';

type Looks = Context<ComplexGateway>;

/** Whether the activation condition holds over the data, `activationCount` and the ids of the flows that have a token. */
const activated = (context: Looks, filled: readonly FlowId[], count: number): boolean | Move => {
  const { activation } = context.node;
  if (!activation) return true;
  const own: Record<string, Json> = { ...context.data, activationCount: count, arrived: filled };
  const answer = worth(context.seeing({ data: own }), activation, 'the activation condition');
  if ('failed' in answer) return answer.failed;
  if (typeof answer.value === 'boolean') return answer.value;
  return fail('condition', `expected the activation condition of ${label(context.node)} "${activation.text}" to be true or false, but it is ${JSON.stringify(answer.value)}`);
};

const oldestOf = ({ arrivals, token }: Looks, flows: readonly FlowId[]): readonly number[] =>
  flows.flatMap((flow) => arrivals.get(flow)?.[0] ?? []).filter((id) => id !== token.id);

/** Goes on with all that has come, once the condition holds; it then waits to be reset. */
const fire = (context: Looks, filled: readonly FlowId[], count: number): Move | undefined => {
  const holds = activated(context, filled, count);
  if (typeof holds !== 'boolean') return holds;
  return holds ? { do: 'fire', merge: oldestOf(context, filled), fired: filled } : undefined;
};

/**
 * BPMN 2.0.2, 13.4.5. First it waits for its start: each token that comes asks the activation condition. Then it waits for
 * its reset, as an inclusive join waits for those flows that had no token: their tokens are consumed together, and the flows
 * whose condition holds with `waitingForStart` false go on, else the default flow, if any. A flow without a condition is for
 * the start alone: a join that goes on early takes in those who come later without going on again. With one flow in there is
 * nothing to join, and nothing to reset.
 */
export const complexGateway: Element<'complexGateway'> = {
  enter: (context) => {
    const { node, token, arrivals, fired } = context;
    if (node.incoming.length < 2) return { do: 'fire', merge: [], fired: [] };
    if (fired.length > 0) return { do: 'wait', for: 'join' };
    const filled = node.incoming.filter((flow) => flow === token.via || arrivals.has(flow));
    const count = [...arrivals.values()].reduce((sum, waiting) => sum + waiting.length, 1);
    return fire(context.seeing({ arrivals: new Map([...arrivals].filter(([flow]) => flow !== token.via)) }), filled, count) ?? { do: 'wait', for: 'join' };
  },
  recheck: (context) => {
    const { definition, node, arrivals, fired, resting } = context;
    if (fired.length === 0) return undefined;
    const late = node.incoming.filter((flow) => !fired.includes(flow) && arrivals.has(flow));
    const missing = node.incoming.filter((flow) => !fired.includes(flow) && !arrivals.has(flow));
    if (awaited(definition, node, missing, [...fired, ...late], resting)) return undefined;
    return { do: 'reset', merge: late.map((flow) => arrivals.get(flow)![0]!) };
  },
  leave: (context) => {
    const { node, definition, data } = context;
    // One that is passed by hand counts as started.
    if (data['waitingForStart'] !== false) return leaveByConditions(data['waitingForStart'] === true ? context : context.seeing({ data: { ...data, waitingForStart: true } }));
    const asking = node.outgoing.filter((id) => id === node.default || definition.flows[id]!.condition);
    const move = leaveByConditions(context.seeing({ node: { ...node, outgoing: asking } }));
    return move.do === 'incident' && move.code === 'no-flow' ? { do: 'take', flows: [] } : move;
  },
};
