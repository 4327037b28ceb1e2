import { stepFixers } from '../../fixes/fixers.ts';
import type { Fixers } from '../../fixes/fix.ts';
import type { ChartSite } from './chart-site.ts';
import { knownInitial, knownTarget } from './known-state.ts';
import { leadOn } from './lead-on.ts';
import { pickAskedDecision } from './pick-asked-decision.ts';
import { removeDeadState } from './remove-dead-state.ts';
import { usualWay } from './usual-way.ts';

/** Who can mend what a rule finds in a statechart. */
export const chartFixers: Fixers<ChartSite> = {
  ...stepFixers,
  'gateway-gap': usualWay, 'option-to-complete': leadOn, work: leadOn, target: knownTarget, initial: knownInitial,
  'dead-element': removeDeadState, reachable: removeDeadState, unreachable: removeDeadState, 'decision-exists': pickAskedDecision,
};
