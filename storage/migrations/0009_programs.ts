import type { Migration } from './migration.ts';

/** Programs outside that do work for dossiers, by their tokens. */
export const programs: Migration = {
  name: '0009_programs',
  statements: [
    `create table programs (
  id text not null primary key,
  name text not null,
  units text not null,
  created_at text not null,
  expires_at text not null,
  ended_at text
)`,
    'create index programs_by_name on programs (name)',
  ],
};
