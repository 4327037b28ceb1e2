import type { Transition } from '../../../engine/statechart/machine.ts';
import { leadsOf, withLeads } from '../leads.ts';
import { tidy, withState } from '../places.ts';
import type { ChartFixer } from './chart-site.ts';

/** An answer that no guard covers: one of the ways for it is asked last, and without a guard. */
export const usualWay: ChartFixer = ({ element: id }, { chart: { machine, places, change }, text, nameOf }) => {
  const leads = leadsOf(id, places.get(id)?.state ?? {});
  const isOpen = ({ spot }: (typeof leads)[number]): boolean => leads.every((lead) => lead.spot.list !== spot.list || lead.spot.key !== spot.key || lead.transition.guard !== undefined);
  const ways = leads.filter(isOpen);
  if (ways.length === 0) return [];
  return [{
    say: text('fixDefault'),
    choices: ways.map(({ flow }) => ({ value: flow, label: nameOf(flow) })),
    run: (choice) => {
      const spot = ways.find(({ flow }) => flow === choice)?.spot;
      if (spot) change(withState(machine, id, (state) => withLeads(state, spot, (all) => [...all.filter((_, index) => index !== spot.index), tidy<Transition>({ ...all[spot.index], guard: undefined })])));
    },
  }];
};
