import { called, nodesOf, warning, type Rule } from './rule.ts';

const silent: ReadonlySet<string> = new Set(['startEvent', 'exclusiveGateway', 'inclusiveGateway', 'parallelGateway', 'eventBasedGateway']);

/** Steps have a Vietnamese and an English name, and what the citizen must do has a name for the citizen. */
export const translated: Rule = {
  name: 'translated',
  *check(loaded) {
    for (const node of nodesOf(loaded)) {
      const { nameEn, citizenName, role } = node.step;
      if (node.name === undefined && !silent.has(node.kind)) yield warning(node.id, `expected ${node.kind} ${node.id} to have a name, but it has none`);
      if (node.name !== undefined && nameEn === undefined) yield warning(node.id, `expected an English name for ${called(loaded.definition, node)}, but it has none`);
      if (role === 'applicant' && citizenName === undefined) yield warning(node.id, `expected a name that the citizen reads for ${called(loaded.definition, node)}, but it has none`);
      if (citizenName && citizenName.en === citizenName.vi) yield warning(node.id, `expected the name that the citizen reads for ${called(loaded.definition, node)} in English too, but it is the same`);
    }
  },
};
