import type { FlowId, NodeId } from '../definition.ts';
import type { Data } from '../state.ts';
import type { Action, MachineEvent } from './machine.ts';
import type { Call, Mark, Run } from './run.ts';

// What stands in a machine's states and transitions, as calls that XState makes on its way.

const seen = (context: Data, event: MachineEvent): Data => ({ ...context, event });

export const marking = (mark: Mark): Call => (run) => void run.marks.push(mark);

export const taking = (id: NodeId, flows: readonly FlowId[]): Call => {
  const mark: Mark = { did: 'take', flows };
  return (run) => {
    run.take(id, mark);
    return undefined;
  };
};

export const guarding = (id: NodeId, flow: FlowId, guard: string): Call => (run, context, event) => run.holds(id, flow, guard, seen(context, event));

/** What an action does when it is called; one that is raised is XState's own matter. */
export const doing = (id: NodeId, action: Exclude<Action, { type: 'raise' }>): Call => {
  switch (action.type) {
    case 'assign': return (run, context, event) => run.worths(id, 'the value', action.params, seen(context, event));
    case 'decide': return (run, context, event) => decided(run, id, action.params, context, event);
    case 'emit': return (run, context, event) => {
      const { event: name, keys = {}, data = {} } = action.params;
      const all = seen(context, event);
      run.marks.push({ did: 'emit', id, name, keys: run.worths(id, 'the key', keys, all), data: run.worths(id, 'the message value', data, all) });
      return undefined;
    };
    case 'signal': return (run, context, event) => {
      const { event: name, data = {} } = action.params;
      run.marks.push({ did: 'signal', id, name, data: run.worths(id, 'the signal value', data, seen(context, event)) });
      return undefined;
    };
  }
};

/** What nobody has answered yet is null: the decision judges it. */
const decided = (run: Run, id: string, { decision, result, inputs }: Extract<Action, { type: 'decide' }>['params'], context: Data, event: MachineEvent): Data => {
  const { event: _, ...all } = context;
  const answer = run.environment.decide?.(decision, inputs ? run.inputs(id, inputs, seen(context, event)) : all, run.at) ?? { failed: 'there are no decisions here' };
  if ('failed' in answer) return run.fail(id, 'decision', `expected decision ${decision} of state ${id} to give a value, but ${answer.failed}`);
  return { [result]: answer.value };
};
