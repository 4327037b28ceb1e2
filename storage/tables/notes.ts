import { table } from '../table.ts';

/** A private note of the staff about one dossier: never shown to the citizen, never part of the decision. */
export interface NoteRow {
  readonly id: string;
  readonly dossierId: string;
  readonly author: string;
  readonly body: string;
  readonly at: string;
}

export const notes = table<NoteRow>({
  name: 'notes',
  key: ['dossierId', 'id'],
  unique: [['id']],
  columns: { id: 'text', dossierId: 'text', author: 'text', body: 'text', at: 'text' },
});
