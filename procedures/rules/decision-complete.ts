import { checkDecisions } from '../../engine/decision/gaps.ts';
import type { Rule } from './rule.ts';

/** Decision tables answer every input, and no input twice. */
export const decisionComplete: Rule = {
  name: 'decision-complete',
  *check({ decisions }) {
    for (const [name, model] of decisions) {
      for (const { severity, element, message, messageVi } of checkDecisions(model)) yield { severity, element, message, messageVi, file: `decisions/${name}.dmn` };
    }
  },
};
