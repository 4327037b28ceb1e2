import type { Migration } from './migration.ts';

/** Who is on duty when; and what of a procedure is open, the first due first. */
export const duty: Migration = {
  name: '0030_duty',
  statements: [
    `create table duty_shifts (
  id text not null primary key,
  unit_id text not null references units (id),
  account_id text not null references accounts (id),
  starts_at text not null,
  ends_at text not null,
  note text not null,
  created_at text not null,
  created_by text not null
)`,
    'create index duty_shifts_by_unit on duty_shifts (unit_id, ends_at)',
    'create index dossiers_on_duty on dossiers (procedure_key, status, due_at)',
  ],
};
