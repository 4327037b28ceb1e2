import type { Migration } from './migration.ts';

/** Words between dossiers, and dossiers that go on under another version. */
export const live: Migration = {
  name: '0007_live',
  statements: [
    'alter table subscriptions rename column message to name',
    "alter table subscriptions add column kind text not null default 'message'",
    `create table posts (
  id text not null unique,
  dossier_id text not null references dossiers (id),
  kind text not null check (kind in ('message', 'signal')),
  name text not null,
  keys text not null,
  data text not null,
  thrown_at text not null,
  expires_at text not null,
  status text not null check (status in ('open', 'done', 'expired')),
  run_at text not null,
  primary key (dossier_id, id)
)`,
    'create index posts_due on posts (status, run_at)',
    'create index posts_by_name on posts (name, status)',
    `create table deliveries (
  dossier_id text not null,
  post_id text not null,
  begins text,
  status text not null check (status in ('open', 'done', 'dropped', 'failed')),
  run_at text not null,
  attempts integer not null,
  error text,
  primary key (dossier_id, post_id)
)`,
    'create index deliveries_due on deliveries (status, run_at)',
    `create table transfers (
  id text not null primary key,
  procedure_key text not null,
  from_hash text not null,
  to_hash text not null,
  mapping text not null,
  confirmed integer not null,
  reason text not null,
  started_at text not null,
  started_by text not null,
  undone_at text,
  undone_by text,
  undo_reason text
)`,
    'create index transfers_by_procedure on transfers (procedure_key, started_at)',
    `create table transfer_items (
  dossier_id text not null references dossiers (id),
  transfer_id text not null references transfers (id),
  status text not null check (status in ('open', 'moved', 'kept', 'undo', 'undone', 'stuck')),
  reasons text not null,
  run_at text not null,
  attempts integer not null,
  primary key (dossier_id, transfer_id)
)`,
    'create index transfer_items_due on transfer_items (status, run_at)',
    'create index transfer_items_by_transfer on transfer_items (transfer_id, status)',
  ],
};
