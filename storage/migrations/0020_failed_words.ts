import type { Migration } from './migration.ts';

/** A dossier that a word should have begun and could not waits for a person, as one of a timer does. */
export const failedWords: Migration = {
  name: '0020_failed_words',
  statements: ['alter table deliveries add column start text', 'alter table start_turns add column post_id text'],
};
