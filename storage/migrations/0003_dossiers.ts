import type { Migration } from './migration.ts';

export const dossiers: Migration = {
  name: '0003_dossiers',
  statements: [
    `create table dossiers (
  id text not null primary key,
  code text not null unique,
  procedure_key text not null,
  procedure_hash text not null,
  unit_id text not null,
  receiving_unit_id text not null,
  applicant_account text not null,
  applicant_name text not null,
  applicant_phone text not null,
  search text not null,
  subject text not null,
  channel text not null check (channel in ('online', 'counter', 'post')),
  state integer not null check (state between 1 and 10),
  status text not null check (status in ('active', 'completed', 'terminated', 'failed')),
  progress text not null,
  data text not null,
  clock text,
  version integer not null,
  head text not null,
  submitted_at text not null,
  accepted_at text,
  due_at text,
  paused_at text,
  ended_at text,
  updated_at text not null
)`,
    'create index dossiers_by_applicant on dossiers (applicant_account, submitted_at)',
    'create index dossiers_by_unit on dossiers (unit_id, status, due_at)',
    'create index dossiers_by_receiving_unit on dossiers (receiving_unit_id, status)',
    'create index dossiers_by_procedure on dossiers (procedure_hash, status)',
    'create index dossiers_by_status on dossiers (status, id)',
    `create table drafts (
  id text not null primary key,
  account_id text not null,
  procedure_key text not null,
  procedure_hash text not null,
  data text not null,
  revision integer not null,
  created_at text not null,
  updated_at text not null,
  dossier_id text
)`,
    'create index drafts_by_account on drafts (account_id, updated_at)',
    `create table journal (
  dossier_id text not null references dossiers (id),
  seq integer not null,
  at text not null,
  actor text not null,
  kind text not null,
  visits text not null,
  payload_digest text not null,
  prev_hash text not null,
  hash text not null,
  primary key (dossier_id, seq)
)`,
    `create table journal_payloads (
  dossier_id text not null,
  seq integer not null,
  salt text not null,
  payload text not null,
  primary key (dossier_id, seq),
  foreign key (dossier_id, seq) references journal (dossier_id, seq)
)`,
    `create table checkpoints (
  number integer not null primary key,
  at text not null,
  size integer not null,
  root text not null
)`,
    `create table checkpoint_leaves (
  number integer not null references checkpoints (number),
  position integer not null,
  dossier_id text not null,
  seq integer not null,
  hash text not null,
  primary key (number, position),
  unique (number, dossier_id)
)`,
    'create index checkpoint_leaves_by_dossier on checkpoint_leaves (dossier_id, number)',
  ],
};
