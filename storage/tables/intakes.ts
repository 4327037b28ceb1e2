import { table } from '../table.ts';

/** A dossier that was filed at a portal outside, by the portal's own code: there is one of each. */
export interface IntakeRow {
  readonly portal: string;
  readonly code: string;
  readonly dossierId: string;
  readonly takenAt: string;
}

export const intakes = table<IntakeRow>({
  name: 'intakes',
  key: ['portal', 'code'],
  unique: [['dossierId']],
  columns: { portal: 'text', code: 'text', dossierId: 'text', takenAt: 'text' },
});
