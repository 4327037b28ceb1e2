import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { Problems } from '../bpmn/problem.ts';
import type { Machine } from './machine.ts';
import { walk } from './walk.ts';

/**
 * Several targets are states of several regions, entered together: of two states of one region only one can be active.
 * XState itself enters both, and is then in a configuration that no machine can have.
 */
export const checkTargets = (machine: Machine, compiled: AnyStateMachine, problems: Problems): void => {
  for (const { id, state } of walk(machine, machine.id)) {
    if (state.type === 'history') continue;
    const node = compiled.getStateNodeById(`#${id}`);
    for (const { target = [] } of [...[...node.transitions.values()].flat(), ...node.always ?? []]) {
      for (const [index, one] of target.entries()) {
        const other = target.slice(0, index).find((each) => !together(each, one));
        if (other) problems.error('target', id, `expected the targets of a transition to be in different regions of a parallel state, but of ${other.id} and ${one.id}, to which state ${id} leads, only one can be active`);
      }
    }
  }
};

const around = (node: AnyStateNode): readonly AnyStateNode[] => (node.parent ? [node, ...around(node.parent)] : [node]);

/** A history state stands for what was active in the state that holds it. */
const together = (one: AnyStateNode, other: AnyStateNode): boolean => {
  const [left, right] = [one, other].map((each) => around(each.type === 'history' ? each.parent! : each));
  const meet = left!.find((each) => right!.includes(each));
  return meet?.type === 'parallel' && meet !== left![0] && meet !== right![0];
};
