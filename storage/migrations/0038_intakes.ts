import type { Migration } from './migration.ts';

/** Which dossier came of what was filed at a portal outside, by the portal's own code. */
export const intakes: Migration = {
  name: '0038_intakes',
  statements: [
    `create table intakes (
  portal text not null,
  code text not null,
  dossier_id text not null unique references dossiers (id),
  taken_at text not null,
  primary key (portal, code)
)`,
  ],
};
