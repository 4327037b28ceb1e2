import { decide } from '../engine/decision/evaluate.ts';
import type { DecisionModel } from '../engine/decision/model.ts';
import type { Environment } from '../engine/environment.ts';

/** The decisions of a package as the engine asks for them: `file#decision`. */
export const environmentOf = (decisions: ReadonlyMap<string, DecisionModel>): Environment => ({
  decide: (reference, input, at) => {
    const [file = '', decision = ''] = reference.split('#');
    const model = decisions.get(file);
    if (!model) return { failed: `expected a file decisions/${file}.dmn for "${reference}", but the package has none` };
    const result = decide(model, decision, input, at);
    return 'failed' in result ? result : { value: result.value };
  },
});
