import type { Migration } from './migration.ts';

/** Devices that want what their owner is told as a push, and each push on its way. Both go with the account. */
export const pushes: Migration = {
  name: '0040_pushes',
  statements: [
    `create table push_devices (
  id text not null primary key,
  account_id text not null references accounts (id) on delete cascade,
  endpoint text not null,
  public_key text not null,
  secret text not null,
  house_key text not null,
  language text not null check (language in ('vi', 'en')),
  created_at text not null,
  looked_at text not null
)`,
    'create index push_devices_by_account on push_devices (account_id, created_at)',
    `create table pushes (
  id text not null primary key,
  device_id text not null references push_devices (id) on delete cascade,
  content text not null,
  status text not null check (status in ('open', 'sent', 'failed', 'expired')),
  created_at text not null,
  run_at text not null,
  expires_at text not null,
  sent_at text,
  attempts integer not null,
  fence integer not null,
  leased_by text,
  error text
)`,
    'create index pushes_due on pushes (status, run_at, id)',
    'create index pushes_by_device on pushes (device_id, status)',
  ],
};
