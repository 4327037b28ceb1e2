import type { StateConfig } from '../../../engine/statechart/machine.ts';
import { holdsStates, type Place } from '../../../engine/statechart/walk.ts';
import type { Choice, Fix } from '../../fixes/fix.ts';
import { leadsOf, withLeads, workOf, type Spot } from '../leads.ts';
import { setWork } from '../meaning.ts';
import { withState } from '../places.ts';
import { targetText } from '../targets.ts';
import type { ChartFixer, ChartSite } from './chart-site.ts';

/** States that one may go on to: ends first, what stands beside the state before the others. */
export const goals = ({ chart: { machine, places }, nameOf }: Pick<ChartSite, 'chart' | 'nameOf'>, from: string): readonly Choice[] => {
  const far = ({ state, parent }: Place): number => (state.type === 'final' ? 0 : 2) + Number(parent?.id !== places.get(from)?.parent?.id);
  return [...places.values()].filter(({ id, state }) => id !== machine.id && id !== from && state.type !== 'history').toSorted((one, other) => far(one) - far(other)).map(({ id }) => ({ value: id, label: nameOf(id) }));
};

const leadsOut = (place: Place | undefined): boolean => place !== undefined && (leadsOf(place.id, place.state).length > 0 || leadsOut(place.parent));

/** Nothing leads on from a state: its work, or the state itself, gets a way, or it is the end. */
export const leadOn: ChartFixer = ({ element: id }, site) => {
  const { chart: { machine, places, change }, text, nameOf } = site;
  const place = places.get(id);
  if (!place || place.state.type === 'final' || holdsStates(place.state)) return [];
  const { state } = place;
  const work = workOf(id, state);
  const name = nameOf(id);
  const through = (spot: Pick<Spot, 'list' | 'key'>, say: string): Fix => ({
    say, choices: goals(site, id),
    run: (choice) => change(withState(machine, id, (one: StateConfig) => withLeads(one, spot, (all) => [...all, { target: targetText(places, id, choice) }]))),
  });
  if (work) return leadsOf(id, state).some(({ spot }) => spot.list === work.list && spot.key === work.key) ? [] : [through(work, text('fixLeadWhenDone', { name }))];
  if (leadsOut(place)) return [];
  return [{ say: text('fixEndHere', { name }), run: () => change(setWork(machine, id, 'endEvent', undefined)) }, through({ list: 'always', key: '' }, text('fixLeadOn', { name }))];
};
