import type { NodeId } from '../definition.ts';
import type { Draft } from '../draft.ts';
import type { Token } from '../state.ts';

/** Puts tokens in the order in which XState holds their states, so that a machine that was stored goes on as one that was not. */
export const arrange = (draft: Draft, order: readonly NodeId[]): void => {
  const places = new Map(order.toReversed().map((id, index) => [id, order.length - index]));
  const placeOf = ({ at }: Token): number => places.get(at) ?? order.length + 1;
  const tokens = draft.tokens.values().toSorted((one, other) => placeOf(one) - placeOf(other));
  draft.tokens.clear();
  for (const token of tokens) draft.tokens.set(token.id, token);
};

/** Does something to tokens that leaves their states as they are, and so their order. */
export const inPlace = <T>(draft: Draft, change: () => T): T => {
  const order = draft.tokens.values().map(({ at }) => at);
  const result = change();
  arrange(draft, order);
  return result;
};
