import type { Migration } from './migration.ts';

/** Places of which people want to hear, and what they were told of them. */
export const watches: Migration = {
  name: '0027_watches',
  statements: [
    `create table watches (
  id text not null primary key,
  account_id text not null references accounts (id),
  name text not null,
  unit_id text references units (id),
  x integer,
  y integer,
  radius integer,
  created_at text not null
)`,
    'create index watches_by_account on watches (account_id)',
    'create index watches_by_unit on watches (unit_id)',
    'create index watches_by_place on watches (y, x)',
    `create table alert_news (
  account_id text not null references accounts (id),
  alert_id text not null references alerts (id),
  number integer not null,
  watch_name text not null,
  at text not null,
  read_at text,
  primary key (account_id, alert_id, number)
)`,
    'create index alert_news_newest on alert_news (account_id, at)',
  ],
};
