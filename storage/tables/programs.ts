import { table } from '../table.ts';

/** A program outside with a token: it does work for dossiers of some units. */
export interface ProgramRow {
  /** Hash of the token. */
  readonly id: string;
  readonly name: string;
  /** Ids of the units. */
  readonly units: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string;
  /** When it was taken back, or another given. */
  readonly endedAt: string | null;
}

export const programs = table<ProgramRow>({
  name: 'programs',
  key: ['id'],
  columns: { id: 'text', name: 'text', units: 'json', createdAt: 'text', expiresAt: 'text', endedAt: 'text' },
});
