import type { Definition } from '../../engine/definition.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { IncidentRow } from '../../storage/tables/incidents.ts';
import type { IncidentView } from '../api/incident.ts';
import type { Package } from '../library/package.ts';
import { stepName } from './step-name.ts';

/** `id` names the dossier and the engine's number of the incident in it. */
export function incidentView(row: IncidentRow, dossier: DossierRow, pack: Package, mayRead: boolean): IncidentView {
  const node = pack.definition.nodes[row.node];
  return {
    id: `${row.dossierId}_${row.incident}`, mayRead, dossier: row.dossierId, dossierCode: dossier.code,
    procedure: { key: pack.procedure.key, name: pack.procedure.shortName },
    node: row.node, step: node === undefined ? null : stepName(node), code: row.code, message: row.message.slice(0, 500),
    raisedAt: row.raisedAt, resolvedAt: row.resolvedAt,
    ways: waysOut(row, pack.definition), skippable: row.incident >= 0 && node !== undefined && node.kind !== 'eventBasedGateway',
  };
}

/** A timer's incident is below zero: it has no step to leave. */
function waysOut({ incident, node: id, code }: IncidentRow, { nodes, flows }: Definition): IncidentView['ways'] {
  const node = nodes[id];
  if (incident < 0 || code === 'deadlock' || (node?.kind !== 'exclusiveGateway' && node?.kind !== 'inclusiveGateway')) return [];
  return node.outgoing.flatMap((flow) => {
    const target = nodes[flows[flow]?.target ?? ''];
    const name = flows[flow]?.name;
    return target === undefined ? [] : [{ flow, to: { vi: name ?? stepName(target).vi, en: stepName(target).en } }];
  });
}
