import type { Element, Subscribing } from './element.ts';
import { subscribing } from './events.ts';

/** Waits for the first of the events behind its flows (BPMN 2.0.2, 13.4.4). */
export const eventBasedGateway: Element<'eventBasedGateway'> = {
  enter: (context) => {
    const { definition, node } = context;
    const subscribe: Subscribing[] = [];
    for (const id of node.outgoing) {
      const target = definition.nodes[definition.flows[id]!.target]!;
      if (target.kind !== 'intermediateCatchEvent' && target.kind !== 'receiveTask') continue;
      const wanted = subscribing(context, target, target.event);
      if ('failed' in wanted) return wanted.failed;
      subscribe.push(...wanted.value);
    }
    return { do: 'wait', for: 'gateway', subscribe };
  },
};
