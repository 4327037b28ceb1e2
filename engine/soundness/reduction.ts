import type { Definition, EventDefinition, Node } from '../definition.ts';
import type { Subscription } from '../state.ts';
import { isAlone } from './alone.ts';
import { chainOf } from './chain.ts';
import { eventParts } from './event-parts.ts';
import type { Model, Place } from './model.ts';
import type { Move } from './moves.ts';
import { orderOf } from './order.ts';

/**
 * Groups of moves of one place of which each stands for all moves there: those of a token that no other can disturb, with all that
 * may interrupt it (a persistent set; `alone.ts` says when). None when every order counts.
 */
export function* reductions(model: Model, place: Place, moves: readonly Move[]): Generator<readonly Move[]> {
  if (moves.length < 2) return;
  for (const [process, slot] of place.slots.entries()) {
    const proven = model.processes[process]!;
    if (!slot || slot.state.status !== 'active' || !isReducible(proven.definition)) continue;
    const own = moves.filter((move) => move.process === process);
    const order = orderOf(proven.definition);
    for (const token of slot.state.tokens.toSorted((left, right) => order.get(left.at)! - order.get(right.at)!)) {
      if (token.wait.on === 'scope' || token.wait.on === 'join') continue;
      const chain = chainOf(slot.state, token);
      const belongs = ({ holder }: Pick<Move, 'holder'>) => ('token' in holder ? chain.tokens.some(({ id }) => id === holder.token) : chain.scopes.has(holder.scope));
      const group = own.filter(belongs);
      if (group.length === 0 || group.length === moves.length) continue;
      if (model.flows && !slot.state.subscriptions.every((each) => each.event.kind !== 'message' || !belongs({ holder: holderOf(each) }) || group.some(({ deed }) => 'subscription' in deed && deed.subscription === each.id))) continue;
      if (isAlone(proven, slot.state, chain)) yield group;
    }
  }
}

const holderOf = ({ token, scope }: Subscription): Move['holder'] => (token === undefined ? { scope: scope! } : { token });

const known = new WeakMap<Definition, boolean>();
const disturbing = new Set<EventDefinition['kind']>(['signal', 'conditional', 'compensation', 'cancel', 'escalation']);

/** Whether no element lets tokens act on each other from afar. */
const isReducible = (definition: Definition): boolean => {
  let answer = known.get(definition);
  if (answer === undefined) known.set(definition, (answer = definition.machine === undefined && Object.values(definition.nodes).every(isLocal)));
  return answer;
};

const isLocal = (node: Node): boolean =>
  node.kind !== 'complexGateway' && node.kind !== 'adHocSubProcess' && node.kind !== 'transaction' && !node.step.inputSets && node.startQuantity === undefined && node.completionQuantity === undefined
  && !node.forCompensation && (node.loop?.kind !== 'multi' || !node.loop.throws) && (!('event' in node) || !eventParts(node.event).some(({ kind }) => disturbing.has(kind)));
