import type { Migration } from './migration.ts';

export const notes: Migration = {
  name: '0006_notes',
  statements: [
    `create table notes (
  id text not null unique,
  dossier_id text not null references dossiers (id),
  author text not null references accounts (id),
  body text not null,
  at text not null,
  primary key (dossier_id, id)
)`,
  ],
};
