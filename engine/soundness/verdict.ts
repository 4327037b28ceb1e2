import type { NodeId } from '../definition.ts';
import type { Exploration, Found } from './explore.ts';
import type { Model } from './model.ts';

/** Whether a place is an end: every process that began is over, none of its end events reached twice, and no message on its way. */
export const isEnd = ({ place: { slots, bag, ended } }: Found, { relaxed = false }: { readonly relaxed?: boolean } = {}): boolean =>
  slots.every((slot) => !slot || slot.state.status !== 'active') && (relaxed || bag.size === 0) && !ended.some((id, index) => ended[index - 1] === id);

/** Places from which no end can be reached any more, shortest way first. What was not looked at is given the benefit of the doubt. */
export const doomed = (found: readonly Found[], isGood: (at: Found) => boolean): readonly Found[] => {
  const before = new Map<Found, Found[]>();
  for (const at of found) for (const { to } of at.next) {
    const known = before.get(to);
    if (known) known.push(at);
    else before.set(to, [at]);
  }
  const saved = new Set<Found>();
  const work = found.filter((at) => at.open || isGood(at));
  for (let at = work.pop(); at; at = work.pop()) {
    if (saved.has(at)) continue;
    saved.add(at);
    work.push(...before.get(at) ?? []);
  }
  return found.filter((at) => !saved.has(at)).toSorted((left, right) => left.depth - right.depth);
};

/** Elements that no token ever comes to. */
export const dead = ({ processes }: Model, { visited }: Exploration): readonly NodeId[] =>
  processes.flatMap(({ definition }) => Object.keys(definition.nodes).filter((id) => !visited.has(id)));
