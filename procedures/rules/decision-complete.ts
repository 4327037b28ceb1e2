import { checkDecisions } from '../../engine/decision/gaps.ts';
import { dayColumn } from '../held.ts';
import type { Rule } from './rule.ts';

/** Decision tables answer every input, and no input twice; of days of filing that are over it is told, and refuses nothing. */
export const decisionComplete: Rule = {
  name: 'decision-complete',
  *check({ decisions }, today) {
    for (const [name, model] of decisions) {
      for (const { severity, element, message, messageVi } of checkDecisions(model, today === undefined ? undefined : { input: dayColumn, before: today })) yield { severity, element, message, messageVi, file: `decisions/${name}.dmn` };
    }
  },
};
