import type { Migration } from './migration.ts';

/** The newest dossiers of an office are read in their order: sorting all that it ever had would take longer with every year. */
export const newest: Migration = {
  name: '0016_newest',
  statements: [
    'create index dossiers_newest on dossiers (unit_id, submitted_at, id)',
    'drop index dossiers_by_receiving_unit',
    'create index dossiers_newest_received on dossiers (receiving_unit_id, submitted_at, id)',
  ],
};
