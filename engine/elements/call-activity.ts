import { fail, inputs, label, text } from './ask.ts';
import type { Element } from './element.ts';

/** Opens the called process as a scope that sees its inputs alone (BPMN 2.0.2, 10.3.6). */
export const callActivity: Element<'callActivity'> = {
  enter: (context) => {
    const { node, definition } = context;
    const called = text(context, node.called, 'the called process');
    if ('failed' in called) return called.failed;
    const body = definition.processes?.[called.value] ?? (called.value === definition.id ? { starts: definition.starts, handlers: definition.handlers ?? [] } : undefined);
    if (!body) return fail('called-process', `expected ${label(node)} to call a process of this definition, but there is no "${called.value}"`);
    const starts = body.starts.filter((id) => {
      const start = definition.nodes[id]!;
      return start.kind !== 'startEvent' || start.event.kind === 'none';
    });
    if (starts.length === 0) return fail('called-process', `expected process "${called.value}" called by ${label(node)} to have a start event without a trigger, but it has none`);
    const own = inputs(context);
    if ('failed' in own) return own.failed;
    return { do: 'open', body: { starts, handlers: body.handlers }, called: called.value, own: node.shares ? { ...context.data, ...own.value } : own.value };
  },
};
