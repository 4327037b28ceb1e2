import type { Migration } from './migration.ts';

/**
 * What falls due at one instant may be very much: it is read in its order, not sorted again for every page of it. And what is asked of
 * one dossier is never looked up among all that is due.
 */
export const due: Migration = {
  name: '0013_due',
  statements: [
    'drop index jobs_due',
    'create index jobs_due on jobs (status, kind, run_at, id)',
    'create index jobs_of_dossier on jobs (dossier_id, status, kind, run_at)',
    'drop index deliveries_due',
    'create index deliveries_due on deliveries (status, run_at, dossier_id)',
    'drop index outbox_due',
    'create index outbox_due on outbox (status, run_at, id)',
    'drop index posts_due',
    'create index posts_due on posts (status, run_at, id)',
    'drop index transfer_items_due',
    'create index transfer_items_due on transfer_items (status, run_at, dossier_id)',
  ],
};
