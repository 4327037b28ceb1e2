import type { NodeId } from '../definition.ts';
import type { Model, Place } from './model.ts';
import { isJoin } from './reach.ts';

/**
 * Elements at which more than one token of the same scope stands: open twice at once, or waiting at a join by the same flow.
 * Instances of a loop and event sub-processes are meant to be several.
 */
export const crowds = ({ processes }: Model, { slots }: Place): ReadonlyMap<NodeId, number> => {
  const found = new Map<NodeId, number>();
  for (const [process, slot] of slots.entries()) {
    // A state of a statechart is active or not; what stands there besides waits for a repair.
    if (!slot || slot.state.tokens.length < 2 || processes[process]!.definition.machine) continue;
    const { nodes } = processes[process]!.definition;
    const loops = new Set(slot.state.scopes.filter(({ turns }) => turns).map(({ id }) => id));
    const counts = new Map<string, number>();
    for (const { at, scope, via, wait } of slot.state.tokens) {
      const node = nodes[at]!;
      if (loops.has(scope) || node.kind === 'eventSubProcess' || node.startQuantity !== undefined) continue;
      const key = `${scope} ${at} ${isJoin(node) || node.kind === 'complexGateway' || wait.on === 'join' ? via ?? '' : ''}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count > 1) found.set(at, Math.max(count, found.get(at) ?? 0));
    }
  }
  return found;
};
