import type { NodeId } from '../definition.ts';
import type { Draft } from '../draft.ts';
import type { Token } from '../state.ts';

/** Puts tokens in the order in which XState holds their states, so that a machine that was stored goes on as one that was not. */
export const arrange = (draft: Draft, order: readonly NodeId[]): void => {
  const held = draft.tokens.values();
  if (held.length === order.length && held.every(({ at }, index) => at === order[index])) return;
  const places = new Map(order.toReversed().map((id, index) => [id, order.length - index]));
  const placeOf = ({ at }: Token): number => places.get(at) ?? order.length + 1;
  const tokens = held.toSorted((one, other) => placeOf(one) - placeOf(other));
  draft.tokens.clear();
  for (const token of tokens) draft.tokens.set(token.id, token);
};

/** Does something to tokens that leaves their states as they are, and so their order. */
export const inPlace = <T>(draft: Draft, change: () => T): T => {
  const order = draft.tokens.look().map(({ at }) => at);
  const result = change();
  arrange(draft, order);
  return result;
};
