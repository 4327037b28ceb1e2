import type { DecisionModel } from '../engine/decision/model.ts';

/** What an action of a statechart asks as long as nobody chose a decision. */
export const noDecision = '#';

/** What a reference such as `fees#registration` means; diagrams drawn elsewhere name the decision alone, which then must be in one file only. */
export const decisionNamed = (decisions: ReadonlyMap<string, DecisionModel>, reference: string): { readonly model: DecisionModel; readonly decision: string } | { readonly failed: string } => {
  const [file = '', decision] = reference.split('#');
  if (decision !== undefined) {
    const model = decisions.get(file);
    return model ? { model, decision } : { failed: `expected a file decisions/${file}.dmn for "${reference}", but the package has none` };
  }
  const holding = [...decisions].filter(([, model]) => model.decisions.some(({ id }) => id === reference));
  const [only] = holding;
  if (holding.length === 1 && only) return { model: only[1], decision: reference };
  return { failed: `expected one file in decisions/ with a decision "${reference}", but ${holding.map(([name]) => `${name}.dmn`).join(', ') || 'none'} has it` };
};
