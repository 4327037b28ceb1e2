import { decideAndTell } from '../engine/decision/evaluate.ts';
import type { DecisionModel } from '../engine/decision/model.ts';
import type { Environment } from '../engine/environment.ts';
import { whole } from '../engine/expression/value.ts';
import { decisionNamed } from './decision-named.ts';

/** The decisions of a package as the engine asks for them: `file#decision`, or a decision's id alone. */
export const environmentOf = (decisions: ReadonlyMap<string, DecisionModel>): Environment => ({
  decide: (reference, input, at) => {
    const named = decisionNamed(decisions, reference);
    if ('failed' in named) return named;
    const result = decideAndTell(named.model, named.decision, input, at, whole);
    return 'failed' in result ? result : { value: result.value, evaluated: result.evaluated };
  },
});
