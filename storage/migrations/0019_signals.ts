import type { Migration } from './migration.ts';

/** A program outside may say something too: it has no dossier, but units whose dossiers hear it. */
export const signals: Migration = {
  name: '0019_signals',
  statements: [
    `create table posts_again (
  id text not null unique,
  dossier_id text not null,
  sender text,
  units text,
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
    `insert into posts_again (id, dossier_id, kind, name, keys, data, thrown_at, expires_at, status, run_at)
  select id, dossier_id, kind, name, keys, data, thrown_at, expires_at, status, run_at from posts`,
    'drop table posts',
    'alter table posts_again rename to posts',
    'create index posts_due on posts (status, run_at, id)',
    'create index posts_by_name on posts (name, status)',
  ],
};
