import type { Transaction } from '../../storage/store.ts';
import type { PlanLayerRow } from '../../storage/tables/plan-layers.ts';
import type { PlanningData } from '../api/planning.ts';
import { featureOf } from './features.ts';
import { ofKind } from './in-force.ts';
import { parcelView } from './views.ts';

/** A parcel of a map that is made up, for whoever wants to see what an answer looks like. */
export async function exampleIn(tx: Transaction, layers: readonly PlanLayerRow[]): Promise<PlanningData['example']> {
  const layer = ofKind(layers, 'parcel').find(({ sample }) => sample);
  const row = layer && (await tx.planFeatures.first({ layerId: layer.id, house: { not: null } }, { order: [['place', 'asc']] }));
  if (layer === undefined || row === undefined) return null;
  const { address, sheet, parcel } = parcelView(featureOf<'parcel'>(layer, row).properties);
  return { address, sheet, parcel };
}
