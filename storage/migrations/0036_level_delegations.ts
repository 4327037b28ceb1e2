import type { Migration } from './migration.ts';

/** What one level of units delegates to another, by a document. */
export const levelDelegations: Migration = {
  name: '0036_level_delegations',
  statements: [
    `create table level_delegations (
  id text not null primary key,
  procedure_key text not null,
  from_kind text not null,
  to_kind text not null,
  document text not null,
  valid_from text not null,
  valid_to text,
  created_at text not null,
  created_by text not null references accounts (id)
)`,
    'create index level_delegations_of on level_delegations (procedure_key, from_kind, valid_from)',
  ],
};
