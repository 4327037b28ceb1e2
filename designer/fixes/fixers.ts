import { bareWay, defaultWay } from './default-way.ts';
import { dropCode } from './drop-code.ts';
import type { DrawnSite, Fixers, Site } from './fix.ts';
import { lessWaiting, moreWaiting } from './join-kind.ts';
import { fittingForm } from './fitting-form.ts';
import { knownField } from './known-field.ts';
import { nameStep } from './name-step.ts';
import { pickConnector, pickDecision, pickRole, pickStaff } from './pick-named.ts';
import { removeDead } from './remove-dead.ts';
import { shorterLimits } from './shorter-limits.ts';
import { takeAway } from './take-away.ts';
import { standings } from '../../engine/bpmn/attribute-places.ts';

/** Who can mend what a rule finds, whatever the process is written as. */
export const stepFixers: Fixers<Site> = {
  'time-sum': shorterLimits, 'field-known': knownField,
  'step-role': pickRole, 'role-unstaffed': pickStaff, 'step-form': fittingForm, 'still-unnamed': nameStep, 'connector-known': pickConnector,
};

/** Who can in a drawing. */
export const drawnFixers: Fixers<DrawnSite> = {
  ...stepFixers,
  'gateway-gap': defaultWay, 'missing-condition': defaultWay, 'model-fault': bareWay,
  'option-to-complete': lessWaiting, safeness: moreWaiting, 'proper-completion': moreWaiting,
  'dead-element': removeDead, unreachable: removeDead, reachable: removeDead, 'implicit-start': removeDead,
  ...Object.fromEntries(Object.values(standings).map(({ rule }) => [rule, takeAway])),
  'foreign-code': dropCode, 'script-language': dropCode,
  'decision-exists': pickDecision, 'missing-decision': pickDecision,
};
