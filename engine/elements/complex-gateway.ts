import { upstream } from '../upstream.ts';
import { seeing } from '../view.ts';
import type { Json } from '../state.ts';
import { fail, label, worth } from './ask.ts';
import type { Context, Element, Move } from './element.ts';
import { leaveByConditions } from './outgoing.ts';
import type { ComplexGateway, FlowId } from '../definition.ts';

type Looks = Context<ComplexGateway>;

/** Whether the activation condition holds over the data, `activationCount` and the ids of the flows that have a token. */
const activated = (context: Looks, filled: readonly FlowId[], count: number): boolean | Move => {
  const { activation } = context.node;
  if (!activation) return true;
  const own: Record<string, Json> = { ...context.data, activationCount: count, arrived: filled };
  const answer = worth(seeing(context, { data: own }), activation, 'the activation condition');
  if ('failed' in answer) return answer.failed;
  if (typeof answer.value === 'boolean') return answer.value;
  return fail('condition', `expected the activation condition of ${label(context.node)} "${activation.text}" to be true or false, but it is ${JSON.stringify(answer.value)}`);
};

const oldestOf = ({ arrivals, token }: Looks, flows: readonly FlowId[]): readonly number[] =>
  flows.flatMap((flow) => arrivals.get(flow)?.[0] ?? []).filter((id) => id !== token.id);

/** Goes on with all that has come, once the condition holds; it then waits for the others (or not, when none are left). */
const fire = (context: Looks, filled: readonly FlowId[], count: number): Move | undefined => {
  const holds = activated(context, filled, count);
  if (typeof holds !== 'boolean') return holds;
  if (!holds) return undefined;
  const fired = filled.length === context.node.incoming.length ? [] : filled;
  return { do: 'fire', merge: oldestOf(context, filled), fired, waitingForStart: true };
};

/**
 * BPMN 2.0.2, 13.4.5. First it waits for its start: each token that comes asks the activation condition. Then it waits for
 * its reset: the flows that had no token bring one or cannot any more; those tokens are consumed together, and only flows
 * whose condition holds with `waitingForStart` false go on.
 */
export const complexGateway: Element<'complexGateway'> = {
  enter: (context) => {
    const { node, token, arrivals, fired } = context;
    if (node.incoming.length < 2) return { do: 'fire', merge: [], fired: [], waitingForStart: true };
    if (fired.length > 0) return { do: 'wait', for: 'join' };
    const filled = node.incoming.filter((flow) => flow === token.via || arrivals.has(flow));
    const count = [...arrivals.values()].reduce((sum, waiting) => sum + waiting.length, 1);
    return fire(seeing(context, { arrivals: new Map([...arrivals].filter(([flow]) => flow !== token.via)) }), filled, count) ?? { do: 'wait', for: 'join' };
  },
  recheck: (context) => {
    const { definition, node, arrivals, fired, resting } = context;
    if (fired.length === 0) return undefined;
    const before = upstream(definition, node.id);
    const missing = node.incoming.filter((flow) => !fired.includes(flow) && !arrivals.has(flow));
    for (const other of resting) if (other.at !== node.id && missing.some((flow) => before.get(flow)!.possible.has(other.at))) return undefined;
    const late = node.incoming.filter((flow) => !fired.includes(flow) && arrivals.has(flow));
    const [by, ...merge] = late.map((flow) => arrivals.get(flow)![0]!);
    return by === undefined ? { do: 'reset' } : { do: 'fire', by, merge, fired: [], waitingForStart: false };
  },
  leave: (context) => {
    if (context.data['waitingForStart'] !== false) return leaveByConditions(context);
    const { node, definition } = context;
    const conditional = node.outgoing.filter((id) => definition.flows[id]!.condition);
    if (conditional.length === 0) return { do: 'take', flows: [] };
    const { default: _, ...rest } = node;
    const move = leaveByConditions(seeing(context, { node: { ...rest, outgoing: conditional } }));
    return move.do === 'incident' && move.code === 'no-flow' ? { do: 'take', flows: [] } : move;
  },
};
