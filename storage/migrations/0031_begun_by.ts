import type { Migration } from './migration.ts';

/** Which dossiers a dossier has begun is asked whenever somebody opens it: by what it said. */
export const begunBy: Migration = {
  name: '0031_begun_by',
  statements: ['create index deliveries_by_post on deliveries (post_id)'],
};
