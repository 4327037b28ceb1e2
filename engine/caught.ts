import type { Definition, EventDefinition, NodeId } from './definition.ts';
import { placeOf } from './statechart/places.ts';
import { isContainer } from './watch.ts';

/** Codes of BPMN errors that a step may answer; `any` when there is a way for every code. */
export interface Caught {
  readonly codes: string[];
  readonly any: boolean;
}

/**
 * The errors of a step for which the drawing has a way: those caught at its own boundary and, scope by scope outwards, by event
 * sub-processes and boundary events, also of activities that call its process (BPMN 2.0.2, 10.5.6 and 13.5.3).
 */
export const caughtErrors = (definition: Definition, step: NodeId): Caught => {
  if (definition.machine) return { codes: [], any: placeOf(definition.machine, step).state.invoke?.onError !== undefined };
  const found = [...catching(definition, step, new Set())].flatMap(errorsOf);
  return { codes: [...new Set(found.flatMap(({ code }) => code ?? []))], any: found.some(({ code }) => code === undefined) };
};

const errorsOf = (event: EventDefinition): readonly { readonly code?: string }[] => {
  if (event.kind === 'multiple') return event.events.flatMap(errorsOf);
  return event.kind === 'error' ? [event] : [];
};

/** Events that catch around an element, from the inside out. */
function* catching(definition: Definition, id: NodeId, seen: Set<NodeId>): Generator<EventDefinition> {
  const node = definition.nodes[id];
  if (node === undefined || seen.has(id)) return;
  seen.add(id);
  yield* eventsOf(definition, node.boundary);
  const { parent } = node;
  const around = definition.nodes[parent];
  const { handlers = [] } = isContainer(around) ? around : definition.processes?.[parent] ?? definition;
  for (const handler of handlers) {
    const body = definition.nodes[handler];
    if (isContainer(body)) yield* eventsOf(definition, body.starts);
  }
  if (around !== undefined) return yield* catching(definition, parent, seen);
  // A call whose process is chosen only when it begins may call any of them.
  for (const caller of Object.values(definition.nodes)) {
    if (caller.kind === 'callActivity' && (caller.called === parent || typeof caller.called === 'object')) yield* catching(definition, caller.id, seen);
  }
}

function* eventsOf({ nodes }: Definition, ids: readonly NodeId[]): Generator<EventDefinition> {
  for (const id of ids) {
    const node = nodes[id];
    if (node !== undefined && 'event' in node) yield node.event;
  }
}
