import type { Migration } from './migration.ts';

/** Who wants to hear by SMS or Zalo too. */
export const messageChoices: Migration = {
  name: '0034_message_choices',
  statements: [
    `create table message_choices (
  account_id text not null primary key references accounts (id),
  channel text not null check (channel in ('sms', 'zalo')),
  phone text not null,
  chosen_at text not null
)`,
  ],
};
