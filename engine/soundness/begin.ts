import type { Definition, EventDefinition, NodeId } from '../definition.ts';
import type { Model, Place } from './model.ts';
import { beginnings, type Outcome } from './outcome.ts';

/** Every way in which the model begins: a process alone by any of its starts, several by all that need no message. */
export function* begin(model: Model): Generator<Outcome> {
  const unborn: Place = { slots: model.processes.map(() => undefined), bag: new Map(), ended: [] };
  if (!model.flows) {
    for (const node of startsOf(model.processes[0]!.definition)) yield* beginnings(model, unborn, 0, node);
    return;
  }
  let begun: readonly Outcome[] = [{ place: unborn, visits: [], answers: [], incidents: [], beside: [], isPart: false }];
  for (const [process, { definition }] of model.processes.entries()) {
    const [first] = plainStarts(definition);
    if (first === undefined) continue;
    begun = begun.flatMap((before) => beginnings(model, before.place, process, first.node).filter(({ gap, restless }) => !gap && restless === undefined).map((outcome) => ({
      ...outcome, visits: [...before.visits, ...outcome.visits], beside: [...before.beside, ...outcome.beside], isPart: before.isPart || outcome.isPart,
    })));
  }
  yield* begun;
}

const isPlain = ({ kind }: EventDefinition): boolean => kind === 'none';
const needsMessage = (event: EventDefinition): boolean => (event.kind === 'multiple' ? event.events.every(needsMessage) : event.kind === 'message');

type Start = { readonly node?: NodeId };

/** Starts of a process in a collaboration that come by themselves. */
const plainStarts = ({ starts, nodes }: Definition): readonly Start[] => {
  const events = starts.map((id) => nodes[id]!).filter((node) => node.kind === 'startEvent');
  if (events.length === 0) return starts.length > 0 ? [{}] : [];
  const own = events.filter(({ event }) => !needsMessage(event));
  return own.length === 1 && isPlain(own[0]!.event) ? [{}] : own.map(({ id }) => ({ node: id }));
};

/** Every element by which an instance can begin; nothing stands for the one plain start. */
const startsOf = ({ starts, nodes, flows }: Definition): readonly (NodeId | undefined)[] => {
  const events = starts.map((id) => nodes[id]!).filter((node) => node.kind === 'startEvent');
  const plain = events.filter(({ event }) => isPlain(event));
  const others = Object.values(nodes).flatMap((node): readonly NodeId[] => {
    if (node.kind === 'receiveTask' && node.instantiate) return [node.id];
    return node.kind === 'eventBasedGateway' && node.instantiate ? node.outgoing.map((flow) => flows[flow]!.target) : [];
  });
  const single = plain.length === 1 || (events.length === 0 && others.length === 0);
  return [...single ? [undefined] : plain.map(({ id }) => id), ...events.filter(({ event }) => !isPlain(event)).map(({ id }) => id), ...others];
};
