import type { Migration } from './migration.ts';

/** A version may be published to be offered from a later instant on; it is kept when each began to be offered. */
export const offeredFrom: Migration = {
  name: '0017_offered_from',
  statements: ['alter table procedure_versions add column offered_from text', 'alter table procedure_versions add column offered_at text'],
};
