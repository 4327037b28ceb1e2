import type { Store } from '../../../storage/store.ts';
import type { LayerKind } from '../../../storage/tables/plan-layers.ts';
import { readLayer } from '../../planning/read-layer.ts';
import { keepLayer } from '../../planning/take-layer.ts';
import type { GeoFeature } from './ground.ts';
import { parcels } from './parcels.ts';
import { roads, works } from './works.ts';
import { zones } from './zones.ts';

const source = 'Bản đồ mẫu của Phường Sen Mẫu (dữ liệu giả định)';
interface DrawnLayer { readonly layer: string; readonly title: string; readonly titleEn: string; readonly features: () => readonly GeoFeature[] }
const titles: { readonly [Kind in LayerKind]: DrawnLayer } = {
  zone: { layer: 'sen-zones', title: 'Quy hoạch phân khu Phường Sen Mẫu', titleEn: 'Zoning plan of the sample ward', features: zones },
  parcel: { layer: 'sen-parcels', title: 'Bản đồ địa chính Phường Sen Mẫu', titleEn: 'Land register map of the sample ward', features: () => parcels(1) },
  road: { layer: 'sen-roads', title: 'Lộ giới đường Phường Sen Mẫu', titleEn: 'Road widths of the sample ward', features: roads },
  works: { layer: 'sen-works', title: 'Công trình sẽ làm ở Phường Sen Mẫu', titleEn: 'Works planned in the sample ward', features: works },
};

interface House { readonly store: Store; readonly now: () => string; readonly newId: () => string }

/** The maps of the fictional ward, taken in as any others are. */
export async function drawWard(house: House): Promise<void> {
  for (const kind of Object.keys(titles) as LayerKind[]) await drawLayer(house, kind, titles[kind]);
}

/** A layer of the sample. */
export async function drawLayer(house: House, kind: LayerKind, { layer, title, titleEn, features }: DrawnLayer): Promise<void> {
  const text = JSON.stringify({ type: 'FeatureCollection', features: features() });
  const read = readLayer(text, kind);
  if ('faults' in read) throw new Error(`expected the sample's layer ${layer} to be fit, but ${JSON.stringify(read.faults[0])}`);
  await keepLayer(house, read, new TextEncoder().encode(text), { layer, kind, title, titleEn, validFrom: '2025-07-01', source, sourceDate: '2026-06-30', sample: 'yes' }, 'system');
}
