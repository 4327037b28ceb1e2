import type { Migration } from './migration.ts';

/** Who had tried again what the machine had given up, which procedures could not be read when a signal came, why a version whose day had come is not offered, and which of several notices of one instant was left first. */
export const mended: Migration = {
  name: '0022_mended',
  statements: [
    'alter table start_turns add column retried_by text',
    'alter table deliveries add column retried_by text',
    'alter table posts add column unread text',
    'alter table procedure_versions add column offer_error text',
    'alter table outbox add column place integer not null default 0',
  ],
};
