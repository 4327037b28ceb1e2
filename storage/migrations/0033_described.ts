import type { Migration } from './migration.ts';

/** Answers of systems outside that come later, and the key that a call keeps when a person has it done again. */
export const described: Migration = {
  name: '0033_described',
  statements: ['alter table jobs add column waiting text', 'alter table jobs add column call_key text'],
};
