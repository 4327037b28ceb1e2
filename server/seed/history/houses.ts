import type { Store } from '../../../storage/store.ts';
import { degrees } from '../../planning/geometry.ts';
import { layersInForce, ofKind } from '../../planning/in-force.ts';
import { featureOf } from '../../planning/features.ts';
import { pointIn } from '../../planning/samples.ts';
import type { House } from './another.ts';

/** Houses of the ward that may be built on, from its own map: every so many-th. */
export async function housesOf(store: Store, day: string, every = 23): Promise<readonly House[]> {
  return store.read(async (tx) => {
    const [layer] = ofKind(await layersInForce(tx, day), 'parcel');
    if (layer === undefined) return [];
    const rows = await tx.planFeatures.find({ layerId: layer.id, house: { not: null } }, { order: [['place', 'asc']] });
    return rows.filter((_, index) => index % every === 0).map((row) => {
      const { geometry, properties: { houseNo = '', street = '', sheet, parcel } } = featureOf<'parcel'>(layer, row);
      const [x, y] = pointIn(geometry);
      return { commune: '99001', houseNo, street, sheet, parcel, latitude: Number(degrees(y).toFixed(6)), longitude: Number(degrees(x).toFixed(6)) };
    });
  });
}
