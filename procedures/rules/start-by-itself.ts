import { beginsByItself } from '../../engine/self-started.ts';
import { called, error, type Rule } from './rule.ts';

/** A dossier has an applicant and a unit: someone files it, or another dossier begins it. Time and conditions give it neither. */
export const startByItself: Rule = {
  name: 'start-by-itself',
  *check({ definition }) {
    for (const id of definition.starts) {
      const node = definition.nodes[id]!;
      if (beginsByItself(node)) yield error(id, `expected ${called(node)} to begin by an application, a message or a signal, but it begins by a timer or a condition, and such a dossier would have no applicant and no unit`);
    }
  },
};
