import { createHash } from 'node:crypto';
import type { Store, Transaction } from '../../storage/store.ts';
import type { PlanFeatureRow } from '../../storage/tables/plan-features.ts';
import type { LayerKind, PlanLayerRow } from '../../storage/tables/plan-layers.ts';
import { fold } from '../../forms/fold.ts';
import type { LayerTaken, NewLayer } from '../api/planning.ts';
import { cellOf } from './cells.ts';
import { boxOfGeometry, joinedBox } from './geometry.ts';
import type { Parcel, Road } from './layer-file.ts';
import { numbered } from './numbered.ts';
import { readApart } from './read-apart.ts';
import type { LayerFault, ReadFeature, ReadLayer } from './read-layer.ts';

interface House { readonly store: Store; readonly now: () => string; readonly newId: () => string }

/** Takes a file in as the next version of its layer; says what is wrong with it, or that this very file is there already. */
export async function takeLayer(house: House, bytes: Uint8Array, asked: NewLayer, by: string): Promise<LayerTaken | { readonly faults: readonly LayerFault[] }> {
  const order = orderOfDays(asked);
  if (order !== undefined) return { faults: [order] };
  const read = await readApart(bytes, asked.kind);
  return 'faults' in read ? read : keepLayer(house, read, bytes, asked, by);
}

/** The same for a file that is read already. */
export async function keepLayer({ store, now, newId }: House, read: Exclude<ReadLayer, { readonly faults: unknown }>, bytes: Uint8Array, asked: NewLayer, by: string): Promise<LayerTaken | { readonly faults: readonly LayerFault[] }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const built = rowsOf(newId(), asked.kind, read.features);
  return store.transaction(async (tx) => {
    const last = await tx.planLayers.first({ name: asked.layer }, { order: [['version', 'desc']], lock: 'wait' });
    if (last !== undefined && last.kind !== asked.kind) {
      return { faults: [{ path: 'kind', message: { vi: `Lớp ${asked.layer} đã có và là lớp loại khác (${last.kind}).`, en: `The layer ${asked.layer} is there already, of another kind (${last.kind}).` } }] };
    }
    const said = { layer: asked.layer, features: read.features.length, leftOut: [...read.leftOut] };
    if (last !== undefined && last.sha256 === sha256 && last.validFrom === asked.validFrom && last.validTo === (asked.validTo ?? null) && last.source === asked.source && last.sourceDate === asked.sourceDate) {
      return { ...said, version: last.version, known: true };
    }
    const version = (last?.version ?? 0) + 1;
    const at = now();
    await tx.planLayers.insert({ ...built.layer, ...described(asked), version, sha256, importedAt: at, importedBy: by });
    await insertAll(tx, built.features);
    await tx.houseLog.insert({ id: newId(), at, actor: by, kind: 'planning.import', subject: asked.layer, note: asked.source.trim(), detail: { version, features: read.features.length, sha256 } });
    return { ...said, version, known: false };
  });
}

function orderOfDays({ validFrom, validTo, sourceDate }: NewLayer): LayerFault | undefined {
  if (validTo !== undefined && validTo < validFrom) return { path: 'validTo', message: { vi: 'Ngày hết hiệu lực phải sau ngày bắt đầu.', en: 'The last day must not be before the first.' } };
  if (sourceDate > '2200-01-01') return { path: 'sourceDate', message: { vi: 'Ngày của nguồn không hợp lệ.', en: 'The day of the source is not possible.' } };
  return undefined;
}

const described = ({ layer, kind, title, titleEn, validFrom, validTo, source, sourceDate, sample }: NewLayer) => ({
  name: layer, kind, title: { vi: title, en: titleEn ?? title }, validFrom, validTo: validTo ?? null, source, sourceDate, sample: sample === 'yes',
});

type Built = Pick<PlanLayerRow, 'id' | 'features' | 'box' | 'levels' | 'streets'>;

function rowsOf(id: string, kind: LayerKind, read: readonly ReadFeature[]): { readonly layer: Built; readonly features: readonly PlanFeatureRow[] } {
  const levels = new Set<number>();
  const boxes = read.map(({ geometry }) => boxOfGeometry(geometry));
  const features = read.map(({ geometry, properties }, place): PlanFeatureRow => {
    const { level, name } = cellOf(boxes[place]!);
    levels.add(level);
    const { sheet, parcel, street = kind === 'road' ? (properties as Road).name : undefined, houseNo } = properties as Partial<Parcel>;
    return {
      layerId: id, place, cell: name, sheet: sheet === undefined ? null : numbered(sheet), parcel: parcel === undefined ? null : numbered(parcel),
      street: street === undefined ? null : fold(street), house: houseNo === undefined ? null : fold(houseNo), geometry, properties,
    };
  });
  const streets = [...new Set(features.flatMap(({ street }) => street ?? []))].toSorted();
  return { layer: { id, features: read.length, box: joinedBox(boxes), levels: [...levels].toSorted((one, other) => one - other), streets }, features };
}

async function insertAll(tx: Transaction, rows: readonly PlanFeatureRow[]): Promise<void> {
  for (const [index, row] of rows.entries()) {
    await tx.planFeatures.insert(row);
    // A large layer takes seconds: others are let through in between.
    if (index % 200 === 199) await new Promise((resolve) => setImmediate(resolve));
  }
}
