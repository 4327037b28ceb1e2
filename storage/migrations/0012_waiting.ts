import type { Migration } from './migration.ts';

/** Among very many who wait for one name, a signal pages through them and a message finds its one. */
export const waiting: Migration = {
  name: '0012_waiting',
  statements: [
    "alter table subscriptions add column match text not null default ''",
    'drop index subscriptions_by_message',
    'create index subscriptions_by_name on subscriptions (kind, name, dossier_id)',
    'create index subscriptions_by_match on subscriptions (kind, name, match, opened_at, dossier_id)',
  ],
};
