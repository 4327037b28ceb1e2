import { connectors } from '../connectors.ts';
import { called, error, nodesOf, warning, type Rule } from './rule.ts';

const known: ReadonlySet<string> = new Set(connectors);

/** A service task asks for a connector that exists; one drawn for another engine may wait for someone outside. */
export const connectorKnown: Rule = {
  name: 'connector-known',
  *check(loaded) {
    for (const node of nodesOf(loaded)) {
      if (node.kind !== 'serviceTask') continue;
      const { connector, variables } = node.step;
      if (variables !== undefined && !known.has(connector ?? '')) yield warning(node.id, `expected step ${called(node)} to ask for one of ${connectors.join(', ')}, but it asks for ${connector ?? node.id}: it waits until someone completes it`);
      else if (connector === undefined || !known.has(connector)) yield error(node.id, `expected step ${called(node)} to ask for one of ${connectors.join(', ')}, but it asks for ${connector ?? 'none'}`);
    }
  },
};
