import type { Migration } from './migration.ts';

/** What administrators change in the house itself, and why. */
export const houseLog: Migration = {
  name: '0014_house_log',
  statements: [
    `create table house_log (
  id text not null primary key,
  at text not null,
  actor text not null,
  kind text not null,
  subject text not null,
  note text not null,
  detail text not null
)`,
    'create index house_log_by_subject on house_log (subject, at)',
  ],
};
