import type { Definition, Expression, FlowId, Node, NodeId } from '../../engine/definition.ts';
import { invokeId, doneEvent, taskEvent, waysOf } from '../../engine/statechart/way.ts';
import { walk } from '../../engine/statechart/walk.ts';

/** Ways of which one, or some, are taken: out of a gateway or a step, or for one event of a state. */
export interface Fork {
  readonly source: NodeId;
  readonly ways: readonly { readonly flow: FlowId; readonly condition?: Expression }[];
  /** One way is taken, the first whose condition holds; otherwise every one whose condition holds. */
  readonly isOne: boolean;
  /** None may be taken: what happened changes nothing. */
  readonly mayStay: boolean;
}

/** Every place of a definition at which conditions decide where it goes on. */
export const forksOf = (definition: Definition): readonly Fork[] =>
  (definition.machine ? forksOfChart(definition) : Object.values(definition.nodes).map((node) => forkAt(definition, node))).filter(({ ways }) => ways.some(({ condition }) => condition !== undefined));

const forkAt = ({ flows }: Definition, { id, kind, outgoing }: Node): Fork => ({
  source: id, isOne: kind === 'exclusiveGateway', mayStay: false,
  ways: outgoing.flatMap((flow) => flows[flow] ?? []).map(({ id: flow, condition }) => ({ flow, ...(condition && { condition }) })),
});

/** XState asks the guards of one event one after the other; what a person or a job answered must lead on, anything else may change nothing. */
const forksOfChart = ({ machine }: Definition): readonly Fork[] =>
  [...walk(machine!, machine!.id)].flatMap(({ id, state }) =>
    [...Map.groupBy(waysOf(id, state), ({ event }) => event)].map(([event, ways]): Fork => {
      const open = ways.findIndex(({ transition }) => transition.guard === undefined);
      return {
        source: id, isOne: true, mayStay: open < 0 && event !== taskEvent(id) && event !== doneEvent(invokeId(id, state)),
        // behind one that is always open nothing is asked
        ways: ways.slice(0, open < 0 ? ways.length : open + 1).map(({ flow, transition: { guard } }) => ({ flow, ...(guard !== undefined && { condition: { text: guard } }) })),
      };
    }));
