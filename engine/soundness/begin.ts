import type { Definition, EventDefinition } from '../definition.ts';
import { birthsOf, instantiating, type Birth } from './births.ts';
import type { Model, Place } from './model.ts';
import { beginnings, type Outcome } from './outcome.ts';

/** Every way in which the model begins: a process alone by any of its starts, several by all that need no message. */
export function* begin(model: Model): Generator<Outcome> {
  const unborn: Place = { slots: model.processes.map(() => undefined), bag: new Map(), ended: [] };
  if (!model.flows) {
    for (const start of startsOf(model.processes[0]!.definition)) yield* beginnings(model, unborn, 0, start);
    return;
  }
  let begun: readonly Outcome[] = [{ place: unborn, visits: [], answers: [], incidents: [], beside: [], isPart: false }];
  for (const [process, { definition }] of model.processes.entries()) {
    const [first] = plainStarts(definition);
    if (first === undefined) continue;
    begun = begun.flatMap((before) => beginnings(model, before.place, process, first).filter(({ gap, restless }) => !gap && restless === undefined).map((outcome) => ({
      ...outcome, visits: [...before.visits, ...outcome.visits], beside: [...before.beside, ...outcome.beside], isPart: before.isPart || outcome.isPart,
    })));
  }
  yield* begun;
}

const isPlain = ({ kind }: EventDefinition): boolean => kind === 'none';
/** Whether it can only begin by a message; one that needs all of several events waits for those that are messages. */
const needsMessage = (event: EventDefinition): boolean => (event.kind === 'multiple' ? event.events[event.parallel ? 'some' : 'every'](needsMessage) : event.kind === 'message');

type Start = Partial<Pick<Birth, 'node' | 'part'>>;

/** Starts of a process in a collaboration that come by themselves. */
const plainStarts = ({ starts, nodes }: Definition): readonly Start[] => {
  const events = starts.map((id) => nodes[id]!).filter((node) => node.kind === 'startEvent');
  if (events.length === 0) return starts.length > 0 ? [{}] : [];
  const own = events.filter(({ event }) => !needsMessage(event));
  return own.length === 1 && isPlain(own[0]!.event) ? [{}] : own.map(({ id }) => ({ node: id }));
};

/** Every way in which an instance can begin: `{}` is the one plain start. One that needs several events begins by the first of them, or by hand as if all had happened. */
const startsOf = (definition: Definition): readonly Start[] => {
  const events = definition.starts.map((id) => definition.nodes[id]!).filter((node) => node.kind === 'startEvent');
  const plain = events.filter(({ event }) => isPlain(event));
  const several = birthsOf(definition).filter(({ part }) => part !== undefined);
  const others = instantiating(definition);
  const single = plain.length === 1 || (events.length === 0 && others.length === 0);
  return [...single ? [{}] : plain.map(({ id }) => ({ node: id })), ...[...events.filter(({ event }) => !isPlain(event)), ...others].map(({ id }) => ({ node: id })), ...several];
};
