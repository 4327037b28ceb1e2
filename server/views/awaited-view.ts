import { awaitedData } from '../../engine/awaited-data.ts';
import type { Definition } from '../../engine/definition.ts';
import { stateOf, type DossierRow } from '../../storage/tables/dossiers.ts';
import type { DeskDossier } from '../api/desk.ts';
import type { LocalText } from '../api/shape.ts';
import { resultKey, stepName } from './step-name.ts';

/** Steps that have not begun because their data are not there: what each choice of data lacks, and which step gives it. */
export const awaitedView = (definition: Definition, dossier: DossierRow): DeskDossier['awaited'] =>
  (dossier.status === 'active' ? awaitedData(definition, stateOf(dossier)) : []).map(({ node, sets }) => ({
    node, step: stepName(definition.nodes[node]!), needs: sets.map((paths) => paths.map((path) => ({ data: path, from: giverOf(definition, path) }))),
  }));

function giverOf({ nodes, ...definition }: Definition, path: string): LocalText | null {
  const [name = ''] = path.split('.');
  const giver = Object.values(nodes).find((node) => resultKey({ nodes, ...definition }, node.id) === name || (node.step.outputs !== undefined && Object.hasOwn(node.step.outputs, name)));
  return giver === undefined ? null : stepName(giver);
}
