import type { Migration } from './migration.ts';

/** Whoever began a dossier of the office's own finds it among those they began. */
export const begun: Migration = {
  name: '0029_begun',
  statements: ['alter table dossiers add column begun_by text references accounts (id)', 'create index dossiers_begun on dossiers (begun_by, submitted_at)'],
};
