import type { LoadedProcedure } from '../loaded.ts';
import { askedDecisions } from '../asked-decisions.ts';
import { decisionNamed } from '../decision-named.ts';
import { called, error, nodesOf, type Rule } from './rule.ts';

const missing = ({ decisions }: LoadedProcedure, reference: string): string | undefined => {
  const named = decisionNamed(decisions, reference);
  if ('failed' in named) return named.failed;
  const ids = named.model.decisions.map(({ id }) => id);
  return ids.includes(named.decision) ? undefined : `expected decision "${named.decision}" for "${reference}", but the file has ${ids.join(', ')}`;
};

/** Decisions that the process or procedure.json refer to are there, and rule tasks give exactly what is asked for. */
export const decisionExists: Rule = {
  name: 'decision-exists',
  *check(loaded) {
    for (const [use, reference] of Object.entries(loaded.procedure.decisions)) {
      const message = missing(loaded, reference);
      if (message) yield error(`decisions.${use}`, message, 'procedure.json');
    }
    for (const { element, decision } of askedDecisions(loaded.definition)) {
      const message = missing(loaded, decision);
      if (message) yield error(element, `step ${called(loaded.definition, loaded.definition.nodes[element]!)}: ${message}`);
    }
    for (const node of nodesOf(loaded)) {
      const { decision, inputs } = node.step;
      if (decision === undefined || missing(loaded, decision) !== undefined) continue;
      // A step drawn for another engine hands over all that it sees.
      if (node.step.variables !== undefined) continue;
      const wanted = loaded.decisions.get(decision.split('#')[0]!)!.inputs.map(({ name }) => name);
      for (const name of inputs ? wanted.filter((one) => !Object.hasOwn(inputs, one)) : []) yield error(node.id, `expected step ${called(loaded.definition, node)} to give the input "${name}" of ${decision}, but it does not`);
      for (const name of Object.keys(inputs ?? {}).filter((one) => !wanted.includes(one))) yield error(node.id, `expected ${decision} to ask for "${name}", which step ${called(loaded.definition, node)} gives, but it does not`);
    }
  },
};
