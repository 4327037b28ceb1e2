import { resultsOf } from '../../engine/decision/results.ts';
import { decisionNamed } from '../../procedures/decision-named.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';

/** The kinds of the units that may be competent for a procedure, where its rule lists them. */
export function competentKinds({ decisions, procedure }: Pick<LoadedProcedure, 'decisions' | 'procedure'>): readonly string[] | undefined {
  const named = decisionNamed(decisions, procedure.decisions.competence);
  return 'failed' in named ? undefined : resultsOf(named.model, named.decision).get('unitKind')?.filter((kind) => typeof kind === 'string');
}
