import { table } from '../table.ts';

/** Up to when a person has read what was said about a dossier; whatever came later is new to them. */
export interface ReadingRow {
  readonly dossierId: string;
  readonly account: string;
  readonly until: string;
}

export const readings = table<ReadingRow>({
  name: 'readings',
  key: ['dossierId', 'account'],
  columns: { dossierId: 'text', account: 'text', until: 'text' },
});
