import type { Problems } from '../bpmn/problem.ts';
import { check, variables } from '../expression/feel.ts';
import type { Action, Machine, StateConfig } from './machine.ts';
import { actionsIn } from './places.ts';
import { walk } from './walk.ts';
import { waysOf } from './way.ts';

/** What no event has: XState spreads what an event brings over the event itself, here it is under one name. */
const ofEvent = /^event\.(?!(type|data|output|error|input)(\.|$))/;

/** Every expression of a machine must be FEEL, and ask an event for nothing that none has. */
export const checkExpressions = (machine: Machine, problems: Problems): void => {
  for (const { id, state } of walk(machine, machine.id)) {
    for (const [what, text] of textsIn(id, state)) {
      const fault = check(text);
      if (fault !== undefined) problems.error('expression', id, `expected ${what} of state ${id} "${text}" to be FEEL, but ${fault}`);
      const none = variables(text).find((path) => ofEvent.test(path));
      if (none !== undefined) problems.error('expression', id, `expected ${what} of state ${id} "${text}" to ask the event for its type, data, output or error, but it asks for ${none}: what a message brings is in event.data`);
    }
  }
};

function* textsIn(id: string, state: StateConfig): Generator<readonly [what: string, text: string]> {
  for (const { flow, transition } of waysOf(id, state)) if (transition.guard !== undefined) yield [`the guard of ${flow}`, transition.guard];
  for (const action of actionsIn(id, state)) yield* textsOf(action);
  for (const key of Object.keys(state.after ?? {})) if (key.startsWith('=')) yield ['the timer', key.slice(1).trim()];
  for (const [name, text] of Object.entries(state.invoke?.input ?? {})) yield [`input "${name}"`, text];
  for (const keys of Object.values(state.meta?.messages ?? {})) for (const [key, text] of Object.entries(keys)) yield [`message key "${key}"`, text];
}

function* textsOf({ type, params }: Action): Generator<readonly [what: string, text: string]> {
  const values = type === 'assign' ? params : type === 'emit' ? { ...params.keys, ...params.data } : type === 'signal' ? params.data ?? {} : type === 'decide' ? params.inputs ?? {} : {};
  for (const [name, text] of Object.entries(values)) yield [`the value "${name}"`, text];
}
