import type { Transaction } from '../../storage/store.ts';
import type { LayerKind, PlanLayerRow } from '../../storage/tables/plan-layers.ts';
import { boxesTouch, type Box } from './geometry.ts';

/**
 * The layers that hold on a day. Of a layer's versions it is the one that began last, of two that began on one day the one that was taken
 * in later; when that one has ended, those that it had replaced do not come back.
 */
export async function layersInForce(tx: Transaction, day: string): Promise<readonly PlanLayerRow[]> {
  const begun = await tx.planLayers.find({ validFrom: { lte: day } }, { order: [['validFrom', 'asc'], ['version', 'asc']] });
  return [...new Map(begun.map((layer) => [layer.name, layer])).values()].filter(({ validTo }) => validTo === null || validTo >= day);
}

export const ofKind = (layers: readonly PlanLayerRow[], kind: LayerKind, box?: Box): readonly PlanLayerRow[] =>
  layers.filter((layer) => layer.kind === kind && (box === undefined || boxesTouch(layer.box, box)));
