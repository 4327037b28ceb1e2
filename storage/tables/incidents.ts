import { table } from '../table.ts';

/** A fault of model, data or connector that a person must mend. */
export interface IncidentRow {
  readonly dossierId: string;
  /** The engine's number of it within the dossier. */
  readonly incident: number;
  readonly token: number;
  readonly node: string;
  readonly code: string;
  readonly message: string;
  readonly unitId: string;
  readonly raisedAt: string;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
}

export const incidents = table<IncidentRow>({
  name: 'incidents',
  key: ['dossierId', 'incident'],
  columns: {
    dossierId: 'text', incident: 'integer', token: 'integer', node: 'text', code: 'text', message: 'text', unitId: 'text',
    raisedAt: 'text', resolvedAt: 'text', resolvedBy: 'text',
  },
});
