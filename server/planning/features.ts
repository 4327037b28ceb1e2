import type { Transaction } from '../../storage/store.ts';
import type { PlanFeatureRow } from '../../storage/tables/plan-features.ts';
import type { PlanLayerRow } from '../../storage/tables/plan-layers.ts';
import { cellsAround } from './cells.ts';
import { boxesTouch, boxOfGeometry, type Box, type Geometry } from './geometry.ts';
import { ofKind } from './in-force.ts';
import type { Parcel, Road, Works, Zone } from './layer-file.ts';

interface PropertiesOf { readonly zone: Zone; readonly parcel: Parcel; readonly road: Road; readonly works: Works }

export interface Feature<Kind extends keyof PropertiesOf> {
  readonly layer: PlanLayerRow;
  readonly place: number;
  readonly geometry: Geometry;
  readonly properties: PropertiesOf[Kind];
}

// What the rows hold was judged when they were written (read-layer.ts).
export const featureOf = <Kind extends keyof PropertiesOf>(layer: PlanLayerRow, { place, geometry, properties }: PlanFeatureRow): Feature<Kind> => ({ layer, place, geometry: geometry as Geometry, properties: properties as PropertiesOf[Kind] });

/** What of one kind touches the box, or may: whose own box does. */
export async function featuresAround<Kind extends keyof PropertiesOf>(tx: Transaction, layers: readonly PlanLayerRow[], kind: Kind, box: Box, most = 1000): Promise<Feature<Kind>[]> {
  const asked = ofKind(layers, kind, box);
  if (asked.length === 0) return [];
  const byId = new Map(asked.map((layer) => [layer.id, layer]));
  const used = [...new Set(asked.flatMap(({ levels }) => levels))];
  const rows = await tx.planFeatures.find({ layerId: { in: [...byId.keys()] }, cell: { in: cellsAround(box, used) } }, { order: [['layerId', 'asc'], ['place', 'asc']], limit: 5000 });
  return rows.map((row) => featureOf<Kind>(byId.get(row.layerId)!, row)).filter(({ geometry }) => boxesTouch(boxOfGeometry(geometry), box)).slice(0, most);
}
