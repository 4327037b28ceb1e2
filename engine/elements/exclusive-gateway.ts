import { fail, holds, label } from './ask.ts';
import type { Element } from './element.ts';

/** Passes each token on along the first flow, in drawn order, whose condition holds (BPMN 2.0.2, 13.4.2). */
export const exclusiveGateway: Element<'exclusiveGateway'> = {
  enter: { do: 'leave' },
  leave: (context) => {
    const { node, definition, environment } = context;
    const forced = environment.choices?.[node.id];
    if (forced) return { do: 'take', flows: forced };
    if (node.outgoing.length < 2 && node.outgoing.every((id) => id !== node.default && !definition.flows[id]!.condition)) return { do: 'take', flows: node.outgoing };
    for (const id of node.outgoing) {
      if (id === node.default) continue;
      const flow = definition.flows[id]!;
      if (!flow.condition) return fail('no-condition', `expected every flow out of ${label(node)} to have a condition or be the default, but ${id} has none`);
      const answer = holds(context, flow, flow.condition);
      if ('failed' in answer) return answer.failed;
      if (answer.value) return { do: 'take', flows: [id] };
    }
    if (node.default !== undefined) return { do: 'take', flows: [node.default] };
    return fail('no-flow', `expected a condition of ${label(node)} to hold, but none of ${node.outgoing.join(', ')} does and there is no default flow`);
  },
};
