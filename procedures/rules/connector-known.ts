import { connectors } from '../connectors.ts';
import { called, error, nodesOf, warning, type Rule } from './rule.ts';

const known: ReadonlySet<string> = new Set(connectors);

/** A service task asks for a connector of the house, or for work that the package says programs outside do; one drawn for another engine may wait for someone outside. Work that is named for them is asked for somewhere, and has no name of a connector. */
export const connectorKnown: Rule = {
  name: 'connector-known',
  *check(loaded) {
    const topics = new Set(loaded.procedure.outside?.map(({ topic }) => topic));
    const asked = new Set(nodesOf(loaded).map(({ step }) => step.connector));
    for (const topic of topics) {
      if (known.has(topic)) yield error(`outside.${topic}`, `expected work of a program outside to have a topic of its own, but "${topic}" is a connector of the house`, 'procedure.json');
      else if (!asked.has(topic)) yield { ...warning(`outside.${topic}`, `expected a step that asks for "${topic}", but none does`, 'procedure.json'), messageVi: `chưa có bước nào giao việc “${topic}” cho cơ quan khác` };
    }
    for (const node of nodesOf(loaded)) {
      if (node.kind !== 'serviceTask') continue;
      const { connector, variables } = node.step;
      if (connector !== undefined && topics.has(connector)) continue;
      if (variables !== undefined && !known.has(connector ?? '')) yield warning(node.id, `expected step ${called(loaded.definition, node)} to ask for one of ${connectors.join(', ')}, but it asks for ${connector ?? node.id}: it waits until someone completes it`);
      else if (connector === undefined || !known.has(connector)) yield error(node.id, `expected step ${called(loaded.definition, node)} to ask for one of ${connectors.join(', ')}, but it asks for ${connector ?? 'none'}; name work of a program outside under "outside" in procedure.json`);
    }
  },
};
