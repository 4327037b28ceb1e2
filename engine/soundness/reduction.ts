import { holdsAdHoc } from '../open-ad-hoc.ts';
import type { Subscription } from '../state.ts';
import { isAlone } from './alone.ts';
import { chainOf } from './chain.ts';
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
    if (!slot || slot.state.status !== 'active' || proven.definition.machine) continue;
    const own = moves.filter((move) => move.process === process);
    const order = orderOf(proven.definition);
    for (const token of slot.state.tokens.toSorted((left, right) => order.get(left.at)! - order.get(right.at)!)) {
      if (token.wait.on === 'join' || (token.wait.on === 'scope' && !holdsAdHoc(proven.definition, slot.state.scopes, token))) continue;
      const chain = chainOf(proven.definition, slot.state, token);
      const belongs = ({ holder }: Pick<Move, 'holder'>) => ('token' in holder ? chain.tokens.some(({ id }) => id === holder.token) : chain.scopes.has(holder.scope));
      const group = own.filter(belongs);
      if (group.length === 0 || group.length === moves.length) continue;
      if (model.flows && !slot.state.subscriptions.every((each) => each.event.kind !== 'message' || !belongs({ holder: holderOf(each) }) || group.some(({ deed }) => 'subscription' in deed && deed.subscription === each.id))) continue;
      if (isAlone(proven, slot.state, chain)) yield group;
    }
  }
}

const holderOf = ({ token, scope }: Subscription): Move['holder'] => (token === undefined ? { scope: scope! } : { token });
