import { readBpmn } from '../../engine/bpmn/read.ts';
import type { Definition } from '../../engine/definition.ts';
import type { Data, State } from '../../engine/state.ts';
import { readStatechart } from '../../engine/statechart/read.ts';
import type { Rejection, Step } from '../../engine/step.ts';
import { start, transition } from '../../engine/transition.ts';
import type { Run } from '../measure.ts';
import type { Workload } from '../workloads.ts';

const at = '2026-01-05T01:00:00.000Z';
const by = 'bench';

const whole = (reading: Awaited<ReturnType<typeof readBpmn>>): Definition => {
  if ('definition' in reading) return reading.definition;
  throw new Error(reading.problems[0]!.message);
};

export const definitionOf = async (xml: string): Promise<Definition> => whole(await readBpmn(xml));
const chartOf = (machine: object): Definition => whole(readStatechart(JSON.stringify(machine)));

const taken = (result: Step | Rejection): Step => {
  if ('state' in result) return result;
  throw new Error(result.message);
};

export const begin = (definition: Definition, data: Data = {}): Step => taken(start(definition, { type: 'start', at, by, data }));

/** The state after one more event: the oldest task is completed or, when there is none, the message that is waited for arrives. */
export const next = (definition: Definition, state: State): Step => {
  const task = state.tokens.find(({ wait }) => wait.on === 'task');
  if (task) return taken(transition(definition, state, { type: 'task.complete', at, by, token: task.id }));
  for (const { event } of state.subscriptions) if (event.kind === 'message') return taken(transition(definition, state, { type: 'message', at, by, name: event.name }));
  throw new Error(`expected a task or a message to go on with, but ${state.incidents[0]?.message ?? 'nothing is waited for'}`);
};

export const motcua = async ({ xml, machine, activities }: Workload): Promise<Run> => {
  const definition = machine === undefined ? await definitionOf(xml!('true', 'false')) : chartOf(machine);
  return () => {
    let { state } = begin(definition);
    while (state.status === 'active') ({ state } = next(definition, state));
    return activities;
  };
};
