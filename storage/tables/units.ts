import { table } from '../table.ts';

export interface UnitRow {
  readonly id: string;
  /** The identifier that stands in dossier codes, e.g. "H29.45.12". */
  readonly code: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly kind: string;
  readonly parentId: string | null;
  readonly calendarId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Which units are in force at an instant, for a query. */
export const inForce = (at: string) => ({ validFrom: { lte: at }, any: [{ validTo: null }, { validTo: { gt: at } }] }) as const;

export const units = table<UnitRow>({
  name: 'units',
  key: ['id'],
  unique: [['code']],
  columns: { id: 'text', code: 'text', name: 'json', kind: 'text', parentId: 'text', calendarId: 'text', validFrom: 'text', validTo: 'text' },
});
