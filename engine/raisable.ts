import type { Definition, EventDefinition, NodeId } from './definition.ts';
import { walk } from './statechart/walk.ts';

/** What a person may report from a step instead of doing it, because the drawing has a way for it. */
export interface Raisable {
  readonly kind: 'error' | 'escalation';
  /** The code that the catching event names; one of the house where the event takes any. */
  readonly code: string;
  /** Any other code leads there as well. */
  readonly any: boolean;
  /** The boundary event that catches it; absent in a statechart, whose machine takes the event itself. */
  readonly event?: NodeId;
}

/** The codes told where no event asks for one. */
const usualCodes = { error: 'failed', escalation: 'escalated' } as const;

/** Whether a person may report this from the step. */
export const mayRaise = (definition: Definition, step: NodeId, { kind, code }: Pick<Raisable, 'kind' | 'code'>): boolean =>
  raisable(definition, step).some((one) => one.kind === kind && (one.any || one.code === code));

/**
 * The errors and escalations of a step that its own boundary catches. What stands further out is caught as well (BPMN 2.0.2,
 * 10.5.1), but is drawn for the end events within and not for people: a refusal that an end event throws once it is signed is no
 * way out of the first step. In a statechart, `task.fail.<state>` wherever the machine takes it.
 */
export function raisable({ nodes, machine }: Definition, step: NodeId): readonly Raisable[] {
  if (nodes[step]?.kind !== 'userTask') return [];
  if (machine) {
    const isAwaited = [...walk(machine, machine.id)].some(({ state }) => Object.hasOwn(state.on ?? {}, `task.fail.${step}`));
    return isAwaited ? [{ kind: 'error', code: usualCodes.error, any: true }] : [];
  }
  return nodes[step].boundary.flatMap((event) => {
    const node = nodes[event];
    return (node !== undefined && 'event' in node ? faultsIn(node.event) : []).map(({ kind, code }) => ({ kind, code: code ?? usualCodes[kind], any: code === undefined, event }));
  });
}

type Fault = Extract<EventDefinition, { readonly kind: 'error' | 'escalation' }>;

const faultsIn = (event: EventDefinition): readonly Fault[] => {
  if (event.kind === 'multiple') return event.events.flatMap(faultsIn);
  return event.kind === 'error' || event.kind === 'escalation' ? [event] : [];
};
