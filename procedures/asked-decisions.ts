import type { Definition } from '../engine/definition.ts';
import { actionsIn } from '../engine/statechart/places.ts';
import { walk } from '../engine/statechart/walk.ts';

interface Asked {
  readonly element: string;
  readonly decision: string;
  /** FEEL that is handed over, by name; without, all that is seen there. */
  readonly inputs: Readonly<Record<string, string>> | undefined;
}

/** Where a process asks decisions: its rule tasks, or the actions of a statechart's states. */
export const askedDecisions = ({ nodes, machine }: Definition): readonly Asked[] => [
  ...Object.values(nodes).flatMap(({ id, step: { decision, inputs } }) => (decision === undefined ? [] : [{ element: id, decision, inputs: inputs && Object.fromEntries(Object.entries(inputs).map(([name, { text }]) => [name, text])) }])),
  ...(machine ? [...walk(machine, machine.id)] : []).flatMap(({ id, state }) => actionsIn(id, state).flatMap((action) => (action.type === 'decide' ? [{ element: id, decision: action.params.decision, inputs: action.params.inputs }] : []))),
];
