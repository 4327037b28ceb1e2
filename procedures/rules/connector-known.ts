import { connectors } from '../connectors.ts';
import { called, error, nodesOf, type Rule } from './rule.ts';

const known: ReadonlySet<string> = new Set(connectors);

/** A service task asks for a connector that exists. */
export const connectorKnown: Rule = {
  name: 'connector-known',
  *check(loaded) {
    for (const node of nodesOf(loaded)) {
      if (node.kind !== 'serviceTask') continue;
      const { connector } = node.step;
      if (connector === undefined || !known.has(connector)) yield error(node.id, `expected step ${called(node)} to ask for one of ${connectors.join(', ')}, but it asks for ${connector ?? 'none'}`);
    }
  },
};
