import type { Definition } from '../engine/definition.ts';
import { actionsIn } from '../engine/statechart/places.ts';
import { walk } from '../engine/statechart/walk.ts';

/** Where a process asks decisions: its rule tasks, or the actions of a statechart's states. */
export const askedDecisions = ({ nodes, machine }: Definition): readonly { readonly element: string; readonly decision: string }[] => [
  ...Object.values(nodes).flatMap(({ id, step: { decision } }) => (decision === undefined ? [] : [{ element: id, decision }])),
  ...(machine ? [...walk(machine, machine.id)] : []).flatMap(({ id, state }) => actionsIn(id, state).flatMap((action) => (action.type === 'decide' ? [{ element: id, decision: action.params.decision }] : []))),
];
