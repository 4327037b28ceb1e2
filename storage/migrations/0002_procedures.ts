import type { Migration } from './migration.ts';

export const procedures: Migration = {
  name: '0002_procedures',
  statements: [
    `create table procedure_versions (
  hash text not null primary key,
  key text not null,
  number integer not null,
  files text not null,
  published_at text not null,
  published_by text not null,
  note text,
  offered integer not null check (offered in (0, 1)),
  unique (key, number)
)`,
    `create table procedure_drafts (
  key text not null primary key,
  files text not null,
  revision integer not null,
  base text,
  updated_at text not null,
  updated_by text not null
)`,
  ],
};
