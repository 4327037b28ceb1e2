import { alike } from '../../fixes/alike.ts';
import type { Fix } from '../../fixes/fix.ts';
import { changeLead, leadsOf, leadTo, targetsOf } from '../leads.ts';
import { childrenOf, withState } from '../places.ts';
import { setInitial } from '../restructure.ts';
import { targetId, targetText } from '../targets.ts';
import type { ChartFixer } from './chart-site.ts';
import { goals } from './lead-on.ts';

/** A way leads to a state that is not there: one that is, the likest name first. */
export const knownTarget: ChartFixer = ({ element: id }, site) => {
  const { chart: { machine, places, change }, text } = site;
  return leadsOf(id, places.get(id)?.state ?? {}).flatMap(({ spot, transition }): Fix[] => {
    const wrong = targetsOf(transition).find((target) => targetId(places, id, target) === undefined);
    if (wrong === undefined) return [];
    const there = goals(site, id);
    const order = alike(wrong, there.map(({ value }) => value));
    return [{
      say: text('fixTarget', { name: wrong }), choices: there.toSorted((one, other) => order.indexOf(one.value) - order.indexOf(other.value)),
      run: (choice) => change(withState(machine, id, (state) => changeLead(state, spot, (one) => leadTo(one, targetsOf(one).map((target) => (target === wrong ? targetText(places, id, choice) : target)))))),
    }];
  });
};

/** A group of states does not say where it begins. */
export const knownInitial: ChartFixer = ({ element: id }, { chart: { machine, places, change }, text, nameOf }) => {
  const state = places.get(id)?.state ?? {};
  const children = childrenOf(state).filter(([, child]) => places.get(child)?.state.type !== 'history');
  if (children.length === 0 || (state.type !== undefined && state.type !== 'compound')) return [];
  return [{ say: text('fixInitial'), choices: children.map(([, child]) => ({ value: child, label: nameOf(child) })), run: (choice) => change(setInitial(machine, id, choice)) }];
};
