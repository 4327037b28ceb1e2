import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { Problems } from '../bpmn/problem.ts';
import type { Machine } from './machine.ts';
import { walk } from './walk.ts';

/**
 * Going back by a history state is for coming from outside: from inside, the state that it remembers is the one that is
 * left, and XState 5.33 enters it a second time without having left it, or leaves what it does not enter again.
 */
export const checkHistory = (machine: Machine, compiled: AnyStateMachine, problems: Problems): void => {
  for (const { id, state } of walk(machine, machine.id)) {
    if (state.type === 'history') continue;
    const node = compiled.getStateNodeById(`#${id}`);
    for (const { target = [] } of [...[...node.transitions.values()].flat(), ...node.always ?? []]) {
      const back = target.find((each) => each.type === 'history' && isInside(node, each.parent!));
      if (back) problems.error('history', id, `expected history state ${back.id} to be gone back to from outside of ${back.parent!.id}, but state ${id} is not outside; name the state itself`);
    }
  }
};

const isInside = (node: AnyStateNode, holder: AnyStateNode): boolean => {
  for (let around: AnyStateNode | undefined = node; around; around = around.parent) if (around === holder) return true;
  return false;
};
