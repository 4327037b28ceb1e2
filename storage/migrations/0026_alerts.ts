import type { Migration } from './migration.ts';

/** What offices tell everybody of traffic, floods and the like, with all that was told before. */
export const alerts: Migration = {
  name: '0026_alerts',
  statements: [
    `create table alerts (
  id text not null primary key,
  dossier_id text not null unique references dossiers (id),
  unit_id text not null references units (id),
  version integer not null,
  state text not null check (state in ('in-force', 'ended', 'expired', 'cancelled')),
  kind text not null,
  level integer not null,
  published_at text not null,
  updated_at text not null,
  until_at text not null,
  closed_at text,
  content text not null
)`,
    'create index alerts_in_force on alerts (state, until_at)',
    'create index alerts_newest on alerts (updated_at)',
    `create table alert_versions (
  alert_id text not null references alerts (id),
  number integer not null,
  call_key text not null unique,
  act text not null check (act in ('publish', 'end', 'expire', 'cancel')),
  at text not null,
  until_at text not null,
  reason text,
  content text not null,
  primary key (alert_id, number)
)`,
  ],
};
