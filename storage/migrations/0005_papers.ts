import type { Migration } from './migration.ts';

export const papers: Migration = {
  name: '0005_papers',
  statements: [
    `create table letters (
  id text not null unique,
  dossier_id text not null references dossiers (id),
  letter text not null,
  title text not null,
  number text,
  sha256 text not null,
  size integer not null,
  verify_code text not null unique,
  issued_at text not null,
  issued_by text not null,
  capacity text,
  node text not null,
  revoked_at text,
  primary key (dossier_id, id)
)`,
    `create table files (
  id text not null primary key,
  sha256 text not null,
  size integer not null,
  type text not null,
  name text not null,
  owner_account text not null,
  draft_id text,
  dossier_id text,
  created_at text not null
)`,
    'create index files_by_dossier on files (dossier_id)',
    'create index files_by_draft on files (draft_id)',
    'create index files_by_blob on files (sha256)',
    `create table supplements (
  dossier_id text not null references dossiers (id),
  number integer not null,
  node text not null,
  items text not null,
  remark text,
  requested_at text not null,
  requested_by text not null,
  answered_at text,
  primary key (dossier_id, number)
)`,
    `create table payments (
  id text not null unique,
  dossier_id text not null references dossiers (id),
  purpose text not null,
  amount integer not null check (amount >= 0),
  lines text not null,
  status text not null check (status in ('pending', 'paid', 'failed', 'refunded', 'waived')),
  reference text not null unique,
  created_at text not null,
  settled_at text,
  primary key (dossier_id, id)
)`,
    `create table payment_events (
  id text not null primary key,
  payment_id text not null,
  kind text not null,
  amount integer not null,
  raw text not null,
  received_at text not null,
  accepted integer not null check (accepted in (0, 1)),
  reason text
)`,
    'create index payment_events_by_payment on payment_events (payment_id, received_at)',
    `create table messages (
  id text not null unique,
  dossier_id text not null references dossiers (id),
  author text not null,
  side text not null check (side in ('citizen', 'staff')),
  body text not null,
  at text not null,
  read_at text,
  primary key (dossier_id, id)
)`,
    `create table ratings (
  dossier_id text not null primary key references dossiers (id),
  stars integer not null check (stars between 1 and 5),
  comment text,
  answers text,
  at text not null
)`,
  ],
};
