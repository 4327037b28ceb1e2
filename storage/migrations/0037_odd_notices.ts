import type { Migration } from './migration.ts';

/** Notices of payments that a person should look at, newest first, without reading all the others. */
export const oddNotices: Migration = {
  name: '0037_odd_notices',
  statements: ['create index payment_events_odd on payment_events (received_at) where reason is not null'],
};
