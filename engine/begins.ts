import type { Definition, EventDefinition, NodeId, TimerDefinition } from './definition.ts';

/** The event of an element with which an instance begins, if it is one: a start event's own, or what the `meta.starts` of a statechart says. */
export const beginsBy = ({ id, nodes, machine }: Definition, start: NodeId): EventDefinition | undefined => {
  const node = nodes[start]!;
  if (node.kind === 'startEvent') return node.event;
  if (!machine || start !== id) return undefined;
  const { timers = [], messages = [], signals = [] } = machine.meta?.starts ?? {};
  // Timers are known by their number.
  return { kind: 'multiple', parallel: false, events: [
    ...timers.map((text) => ({ kind: 'timer', timer: { type: timerType(text), value: text } }) as const),
    ...messages.map((name) => ({ kind: 'message', name }) as const),
    ...signals.map((name) => ({ kind: 'signal', name }) as const),
  ] };
};

/** A cycle, a date or a duration, as ISO 8601 writes them; a limit in working time is a duration. */
export const timerType = (text: string): TimerDefinition['type'] => (/^R\d*\//.test(text) ? 'cycle' : /^\d{4}-/.test(text) ? 'date' : 'duration');
