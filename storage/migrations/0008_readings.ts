import type { Migration } from './migration.ts';

/** What is read is kept by person, no longer by side. What nobody had opened before stays new to everyone; the rest of the citizen's is kept. */
export const readings: Migration = {
  name: '0008_readings',
  statements: [
    `create table readings (
  dossier_id text not null references dossiers (id),
  account text not null references accounts (id),
  until text not null,
  primary key (dossier_id, account)
)`,
    'insert into readings (dossier_id, account, until) select dossier_id, recipient, max(read_at) from outbox where read_at is not null group by dossier_id, recipient',
    'alter table messages drop column read_at',
    'alter table outbox drop column read_at',
  ],
};
