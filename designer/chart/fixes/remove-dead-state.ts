import { removeLead } from '../leads.ts';
import { withState } from '../places.ts';
import { removeState } from '../restructure.ts';
import { leadAt } from '../use-chart.ts';
import type { ChartFixer } from './chart-site.ts';

/** What nothing ever comes to: a state with all that it holds, or a way. */
export const removeDeadState: ChartFixer = ({ element: id }, { chart: { machine, places, change }, text, nameOf }) => {
  const found = leadAt(places, id);
  if (found) return [{ say: text('fixRemoveFlow', { name: nameOf(found.lead.flow) }), run: () => change(withState(machine, found.from, (state) => removeLead(state, found.lead.spot))) }];
  return places.get(id)?.parent ? [{ say: text('fixRemoveStep', { name: nameOf(id) }), run: () => change(removeState(machine, id)) }] : [];
};
