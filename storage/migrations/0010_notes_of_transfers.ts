import type { Migration } from './migration.ts';

/** A transfer of very many dossiers notes them page by page. */
export const notesOfTransfers: Migration = {
  name: '0010_notes_of_transfers',
  statements: ['alter table transfers add column noted_to text'],
};
