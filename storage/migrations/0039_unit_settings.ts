import type { Migration } from './migration.ts';

/** What units set for themselves, from a day on. */
export const unitSettings: Migration = {
  name: '0039_unit_settings',
  statements: [
    `create table unit_settings (
  id text not null primary key,
  unit_id text not null references units (id),
  procedure_key text,
  name text not null,
  value text,
  document text,
  valid_from text not null,
  created_at text not null,
  created_by text not null references accounts (id)
)`,
    'create index unit_settings_of on unit_settings (unit_id, valid_from)',
  ],
};
