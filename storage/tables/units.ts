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

export const units = table<UnitRow>({
  name: 'units',
  key: ['id'],
  unique: [['code']],
  columns: { id: 'text', code: 'text', name: 'json', kind: 'text', parentId: 'text', calendarId: 'text', validFrom: 'text', validTo: 'text' },
});
