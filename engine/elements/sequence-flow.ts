import type { FlowId } from '../definition.ts';
import { fail, holds, label } from './ask.ts';
import type { Context, Move } from './element.ts';

/**
 * The ways out of an activity or an inclusive split: every flow without condition or whose condition holds,
 * else the default flow (BPMN 2.0.2, 8.4.13 and 13.3.3). No way out although there are flows is a failure.
 */
export const leaveByConditions = (context: Context): Move => {
  const { node, definition, environment } = context;
  const forced = environment.choices?.[node.id];
  if (forced) return { do: 'take', flows: forced };
  const chosen: FlowId[] = [];
  for (const id of node.outgoing) {
    if (id === node.default) continue;
    const flow = definition.flows[id]!;
    if (flow.condition) {
      const answer = holds(context, flow, flow.condition);
      if ('failed' in answer) return answer.failed;
      if (!answer.value) continue;
    }
    chosen.push(id);
  }
  if (chosen.length > 0 || node.outgoing.length === 0) return { do: 'take', flows: chosen };
  if (node.default !== undefined) return { do: 'take', flows: [node.default] };
  return fail('no-flow', `expected a condition of ${label(node)} to hold, but none of ${node.outgoing.join(', ')} does and there is no default flow`);
};
