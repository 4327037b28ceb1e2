import type { Definition, FlowId, NodeId } from '../definition.ts';
import { Bench } from './bench.ts';
import type { Instance } from './instance.ts';

/**
 * Plays the story of a proof: ids of steps that are done and events that happen, each followed by the flows chosen after it.
 * Flows before the first step are those chosen at the start.
 */
export const playStory = (definition: Definition, story: readonly string[]): Instance => {
  const choices: Record<NodeId, FlowId[]> = {};
  const bench = new Bench(definition, { environment: { choices, decide: () => ({ value: null }) } });
  const acts: { readonly element?: NodeId; readonly flows: FlowId[] }[] = [{ flows: [] }];
  for (const id of story) {
    if (definition.flows[id]) acts.at(-1)!.flows.push(id);
    else acts.push({ element: id, flows: [] });
  }
  let instance: Instance | undefined;
  for (const { element, flows } of acts) {
    for (const gateway of Object.keys(choices)) delete choices[gateway];
    for (const flow of flows) (choices[definition.flows[flow]!.source] ??= []).push(flow);
    if (element === undefined) instance = bench.start();
    else if (instance!.tasks.some((task) => task.element === element)) instance!.complete(element);
    else if (instance!.state.subscriptions.some(({ node }) => node === element)) instance!.trigger(element);
  }
  return instance!;
};
