import { placeWords, type Place, type WordLanguage } from '../../engine/element-words.ts';
import { leadsOf, targetsOf } from './leads.ts';
import type { Places } from './places.ts';
import { targetId } from './targets.ts';

/** What states are called: by their names, else by the states around them, as nameless elements of a drawing are. */
export function stateWords(places: Places, language: WordLanguage): (id: string) => string {
  const ways = [...places.values()].flatMap(({ id, state }) => leadsOf(id, state).flatMap(({ transition }) => targetsOf(transition).map((target) => ({ from: id, to: targetId(places, id, target) ?? '' }))));
  const [into, out] = [Map.groupBy(ways, ({ to }) => to), Map.groupBy(ways, ({ from }) => from)];
  const placed = (id: string): readonly Place[] => (places.has(id) ? [placeOf(id)] : []);
  const placeOf = (id: string): Place => ({
    id, kind: 'state', name: places.get(id)?.state.meta?.name?.[language],
    before: () => (into.get(id) ?? []).flatMap(({ from }) => placed(from)),
    after: () => (out.get(id) ?? []).flatMap(({ to }) => placed(to)),
  });
  return (id) => (places.has(id) ? placeWords(placeOf(id), language) : id);
}
