import { table } from '../table.ts';

/** One zone, parcel, road or work of a layer. */
export interface PlanFeatureRow {
  readonly layerId: string;
  /** Its place in the file. */
  readonly place: number;
  /** The one cell of the grid that it stands in: the spatial index. */
  readonly cell: string;
  /** How a parcel is named; null for anything else. Street and house number are folded. */
  readonly sheet: string | null;
  readonly parcel: string | null;
  readonly street: string | null;
  readonly house: string | null;
  /** server/planning/geometry.ts. */
  readonly geometry: unknown;
  /** server/planning/layer-file.ts. */
  readonly properties: unknown;
}

export const planFeatures = table<PlanFeatureRow>({
  name: 'planFeatures',
  key: ['layerId', 'place'],
  columns: { layerId: 'text', place: 'integer', cell: 'text', sheet: 'text', parcel: 'text', street: 'text', house: 'text', geometry: 'json', properties: 'json' },
});
