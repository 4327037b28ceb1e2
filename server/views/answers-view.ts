import { saidOf } from '../../procedures/described/said.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { LookedUp } from '../api/look-up.ts';
import type { Package } from '../library/package.ts';

/** What systems outside answered to the steps of a dossier, in the words of their descriptions; each once, as it stands now. */
export function answersView({ definition, connectors }: Pick<Package, 'definition' | 'connectors'>, { data }: DossierRow, at: string): LookedUp[] {
  const asked = Object.values(definition.nodes).flatMap(({ step: { connector, result } }) => (connector === undefined || result === undefined ? [] : [{ connector, result }]));
  return [...new Map(asked.map((one) => [`${one.connector} ${one.result}`, one])).values()].flatMap(({ connector, result }): LookedUp[] => {
    const description = connectors.get(connector);
    const answer = data[result];
    const said = description === undefined || answer === undefined ? undefined : saidOf(description, answer, at);
    return description === undefined || said === undefined ? [] : [{ name: description.title, said, found: true, day: null, sources: [] }];
  });
}
