import type { Migration } from './migration.ts';

/** Where dossiers lie on the map, and who else reported the same. */
export const spots: Migration = {
  name: '0028_spots',
  statements: [
    `create table spots (
  id text not null primary key,
  dossier_id text not null unique references dossiers (id),
  procedure_key text not null,
  kind text not null,
  x integer not null,
  y integer not null,
  at text not null
)`,
    'create index spots_by_place on spots (procedure_key, kind, y, x)',
    `create table followers (
  spot_id text not null references spots (id),
  account_id text not null references accounts (id),
  at text not null,
  seen_state integer not null,
  primary key (spot_id, account_id)
)`,
    'create index followers_by_account on followers (account_id, at)',
  ],
};
