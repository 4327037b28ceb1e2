import { table } from '../table.ts';

/** What a map layer of planning shows; its features' properties follow from it (server/planning/layer-file.ts). */
export type LayerKind = 'zone' | 'parcel' | 'road' | 'works';

/** One version of a map layer of planning. Never changed: what is newer is another version. */
export interface PlanLayerRow {
  readonly id: string;
  /** The layer's name; its versions have it in common. */
  readonly name: string;
  readonly version: number;
  readonly kind: LayerKind;
  readonly title: { readonly vi: string; readonly en: string };
  /** First and last day on which it holds, `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Where it comes from, in words, and the day of that source. */
  readonly source: string;
  readonly sourceDate: string;
  /** Made up, and shown as such. */
  readonly sample: boolean;
  /** Digest of the file it was read from. */
  readonly sha256: string;
  readonly features: number;
  /** West, south, east, north, in ten-millionths of a degree. */
  readonly box: readonly [number, number, number, number];
  /** Levels of the grid on which features stand (server/planning/cells.ts). */
  readonly levels: readonly number[];
  /** The streets of its parcels, or its roads, folded: finding an address begins with them. */
  readonly streets: readonly string[];
  readonly importedAt: string;
  readonly importedBy: string;
}

export const planLayers = table<PlanLayerRow>({
  name: 'planLayers',
  key: ['id'],
  unique: [['name', 'version']],
  columns: {
    id: 'text', name: 'text', version: 'integer', kind: 'text', title: 'json', validFrom: 'text', validTo: 'text', source: 'text', sourceDate: 'text', sample: 'flag', sha256: 'text',
    features: 'integer', box: 'json', levels: 'json', streets: 'json', importedAt: 'text', importedBy: 'text',
  },
});
