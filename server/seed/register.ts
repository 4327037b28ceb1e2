import type { Services } from '../services.ts';
import { fromFile, keep } from '../area/keep.ts';
import { readLayer } from '../planning/read-layer.ts';
import { ward } from './units.ts';
import { area, rectangle, type GeoFeature } from './ward-map/ground.ts';
import { parcels } from './ward-map/parcels.ts';

/** Every sixth house has a household in the sample. */
const each = 6;

const districts: readonly GeoFeature[] = [
  area({ code: 'KP1', name: 'Khu phố 1 Mẫu', nameEn: 'Sample Neighbourhood 1', kind: 'neighbourhood' }, rectangle(-8, -26, 320, 248)),
  area({ code: 'KP2', name: 'Khu phố 2 Mẫu', nameEn: 'Sample Neighbourhood 2', kind: 'neighbourhood' }, rectangle(320, -26, 648, 248)),
  area({ code: 'KP3', name: 'Khu phố 3 Mẫu', nameEn: 'Sample Neighbourhood 3', kind: 'neighbourhood' }, rectangle(-8, 248, 648, 522)),
  area({ code: 'KP1-T1', name: 'Tổ 1, Khu phố 1 Mẫu', nameEn: 'Group 1 of Sample Neighbourhood 1', kind: 'group' }, rectangle(-8, -26, 160, 248)),
];

/** Houses of the sample's land register, each with a household that is made up. */
const households = (): readonly object[] => parcels(1).filter(({ properties }) => properties['houseNo'] !== undefined).filter((_, index) => index % each === 0).map(({ geometry, properties }, index) => {
  const ring = (geometry.coordinates as [number, number][][])[0]!.slice(0, -1);
  const middle = [0, 1].map((way) => Math.round((ring.reduce((sum, spot) => sum + spot[way]!, 0) / ring.length) * 1e7) / 1e7);
  return { type: 'Feature', geometry: { type: 'Point', coordinates: middle }, properties: { code: `H${String(index + 1).padStart(4, '0')}`, address: `${String(properties['houseNo'])} ${String(properties['street'])}`, head: `Chủ Hộ Giả Định ${index + 1}`, members: 1 + (index * 7) % 6 } };
});

/** The register of the sample ward: taken in as any other is. */
export async function keepRegister({ store, newId, now }: Pick<Services, 'store' | 'newId' | 'now'>): Promise<void> {
  for (const [what, features] of [['areas', districts], ['households', households()]] as const) {
    const read = readLayer(JSON.stringify({ type: 'FeatureCollection', features }), what === 'areas' ? 'area' : 'household');
    if ('faults' in read) throw new Error(`expected the sample's register to be fit, but ${JSON.stringify(read.faults[0])}`);
    await store.transaction(async (tx) => {
      for (const feature of read.features) await keep({ tx, newId, at: now(), actor: 'system' }, what, ward, fromFile(feature, what, '2025-07-01'));
    });
  }
}
