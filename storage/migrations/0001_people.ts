import type { Migration } from './migration.ts';

export const people: Migration = {
  name: '0001_people',
  statements: [
    `create table calendars (
  id text not null primary key,
  name text not null,
  data text not null,
  revision integer not null,
  updated_at text not null,
  updated_by text not null
)`,
    `create table units (
  id text not null primary key,
  code text not null unique,
  name text not null,
  kind text not null,
  parent_id text references units (id),
  calendar_id text not null references calendars (id),
  valid_from text not null,
  valid_to text
)`,
    `create table accounts (
  id text not null primary key,
  kind text not null check (kind in ('citizen', 'staff')),
  login text not null unique,
  password_hash text,
  subject text unique,
  name text not null,
  title text,
  id_no text,
  phone text,
  email text,
  language text not null check (language in ('vi', 'en')),
  active integer not null check (active in (0, 1)),
  created_at text not null
)`,
    `create table role_assignments (
  id text not null primary key,
  account_id text not null references accounts (id),
  role text not null,
  unit_id text not null references units (id),
  valid_from text not null,
  valid_to text,
  delegated_by text references accounts (id),
  document text,
  created_at text not null,
  created_by text not null
)`,
    'create index role_assignments_by_account on role_assignments (account_id)',
    'create index role_assignments_by_unit on role_assignments (unit_id, role)',
    `create table sessions (
  id text not null primary key,
  account_id text not null references accounts (id),
  created_at text not null,
  seen_at text not null,
  expires_at text not null,
  ended_at text,
  agent text
)`,
    'create index sessions_by_account on sessions (account_id)',
    `create table access_log (
  id text not null primary key,
  at text not null,
  account_id text not null,
  dossier_id text not null,
  action text not null,
  request_id text not null
)`,
    'create index access_log_by_dossier on access_log (dossier_id, at)',
    'create index access_log_by_account on access_log (account_id, at)',
  ],
};
