import type { Definition, FlowId, NodeId } from '../definition.ts';
import type { Machine } from '../statechart/machine.ts';
import { placeOf } from '../statechart/places.ts';
import { walk } from '../statechart/walk.ts';
import { errorEvent, flowsOf, invokeId, timerEvent, waysOf } from '../statechart/way.ts';
import type { Subscription } from '../state.ts';
import { Bench } from './bench.ts';
import type { Instance } from './instance.ts';

/** One step of a story: what is done or happens, and the flows chosen after it; nothing is done at the start. */
export interface Act {
  readonly element?: NodeId;
  readonly flows: readonly FlowId[];
}

export const actsOf = (definition: Definition, story: readonly string[]): readonly Act[] => {
  const acts: { readonly element?: NodeId; readonly flows: FlowId[] }[] = [{ flows: [] }];
  for (const id of story) {
    if (definition.flows[id]) acts.at(-1)!.flows.push(id);
    else acts.push({ element: id, flows: [] });
  }
  return acts;
};

/** When a timer is due matters to no story: it fires when its turn comes. */
const someday = '9999-12-31T00:00:00.000Z';

/** A step is done, or an event happens: of a state that waits for several, the one whose way is taken. */
const happens = (instance: Instance, machine: Machine | undefined, element: NodeId, flows: readonly FlowId[]): void => {
  const { subscriptions } = instance.state;
  const event = machine && eventOf(machine, flows);
  const called = event === undefined ? undefined : subscriptions.find((each) => each.node === element && nameOf(machine!, each) === event);
  if (called) instance.happen(called);
  else if (!instance.tasks.some((task) => task.element === element)) {
    if (subscriptions.some(({ node }) => node === element)) instance.trigger(element);
  } else if (machine && event === errorEvent(invokeId(element, placeOf(machine, element).state))) instance.fail(element, 'failed');
  else instance.complete(element);
};

/** The event for which the first of these flows is taken. */
const eventOf = (machine: Machine, flows: readonly FlowId[]): string | undefined => {
  const ways = [...walk(machine, machine.id)].flatMap(({ id, state }) => waysOf(id, state));
  return flows.flatMap((flow) => ways.find((way) => way.event !== undefined && flowsOf(way).includes(flow))?.event ?? [])[0];
};

const nameOf = (machine: Machine, { node, part = 0, event }: Subscription): string | undefined => {
  if (event.kind === 'timer') return timerEvent(Object.keys(placeOf(machine, node).state.after ?? {})[part] ?? '', node);
  return 'name' in event ? event.name : undefined;
};

/** Automatic steps in one act: fewer than at run time, for a story may go round and round. */
const budget = 2_000;

/**
 * Plays the story of a proof: ids of steps that are done and events that happen, each followed by the flows chosen after it.
 * Flows before the first step are those chosen at the start. `after` sees the instance after each act.
 */
export const playStory = (definition: Definition, story: readonly string[], after: (instance: Instance, act: Act) => void = () => undefined): Instance => {
  const choices: Record<NodeId, FlowId[]> = {};
  const bench = new Bench(definition, { due: () => someday, environment: { choices, budget, decide: () => ({ value: null }) } });
  let instance: Instance | undefined;
  for (const act of actsOf(definition, story)) {
    const { element, flows } = act;
    for (const gateway of Object.keys(choices)) delete choices[gateway];
    for (const flow of flows) (choices[definition.flows[flow]!.source] ??= []).push(flow);
    if (element === undefined) instance = bench.start();
    else happens(instance!, definition.machine, element, flows);
    after(instance!, act);
  }
  return instance!;
};
