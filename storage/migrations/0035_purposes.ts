import type { Migration } from './migration.ts';

const among = (keys: readonly string[]): string => keys.map((key) => `'${key}'`).join(', ');

/** What each letter is to whoever applied: until here guessed from its key, for these that were issued by the shipped packages. */
export const purposes: Migration = {
  name: '0035_purposes',
  statements: [
    "alter table letters add column purpose text not null default 'along-the-way' check (purpose in ('result', 'along-the-way', 'internal'))",
    `update letters set purpose = 'internal' where letter in (${among(['consultation-request', 'consultation', 'control-sheet', 'enquiry', 'map-request', 'tax-transfer', 'team-decision', 'local-notice'])})`,
    `update letters set purpose = 'result' where purpose <> 'internal' and letter not in (${among(['receipt', 'supplement-request', 'supplement', 'refusal-to-receive', 'apology', 'stop', 'stop-notice', 'register', 'acknowledgement', 'posting', 'draft', 'minutes'])})`,
  ],
};
