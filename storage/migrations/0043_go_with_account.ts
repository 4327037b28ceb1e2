import type { Migration } from './migration.ts';

/** A column of a table that belongs to a person, and its indexes. */
interface Owned { readonly table: string; readonly columns: readonly string[]; readonly key?: string; readonly indexes?: Readonly<Record<string, string>> }

const owner = 'account_id text not null references accounts (id) on delete cascade';

const owned: readonly Owned[] = [
  { table: 'sessions', columns: ['id text not null primary key', owner, 'created_at text not null', 'seen_at text not null', 'expires_at text not null', 'ended_at text', 'agent text'], indexes: { sessions_by_account: 'account_id' } },
  {
    table: 'watches', columns: ['id text not null primary key', owner, 'name text not null', 'unit_id text references units (id)', 'x integer', 'y integer', 'radius integer', 'created_at text not null'],
    indexes: { watches_by_account: 'account_id', watches_by_unit: 'unit_id', watches_by_place: 'y, x' },
  },
  {
    table: 'alert_news', columns: [owner, 'alert_id text not null references alerts (id)', 'number integer not null', 'watch_name text not null', 'at text not null', 'read_at text'],
    key: 'account_id, alert_id, number', indexes: { alert_news_newest: 'account_id, at' },
  },
  {
    table: 'followers', columns: ['spot_id text not null references spots (id)', owner, 'at text not null', 'seen_state integer not null'],
    key: 'spot_id, account_id', indexes: { followers_by_account: 'account_id, at' },
  },
  { table: 'message_choices', columns: ['account_id text not null primary key references accounts (id) on delete cascade', "channel text not null check (channel in ('sms', 'zalo'))", 'phone text not null', 'chosen_at text not null'] },
  { table: 'readings', columns: ['dossier_id text not null references dossiers (id)', 'account text not null references accounts (id) on delete cascade', 'until text not null'], key: 'dossier_id, account' },
];

/** What a table refers to cannot be changed in SQLite: it is made anew, and takes over what stood there. */
const anew = ({ table, columns, key, indexes = {} }: Owned): string[] => {
  const names = columns.map((column) => column.slice(0, column.indexOf(' '))).join(', ');
  return [
    `create table ${table}_anew (\n  ${[...columns, ...(key === undefined ? [] : [`primary key (${key})`])].join(',\n  ')}\n)`,
    `insert into ${table}_anew (${names}) select ${names} from ${table}`,
    `drop table ${table}`,
    `alter table ${table}_anew rename to ${table}`,
    ...Object.entries(indexes).map(([name, on]) => `create index ${name} on ${table} (${on})`),
  ];
};

/** Sessions, places that are followed and what was told of them, reports that are followed, how one wants to hear, and what was read go with the account, as its devices do. */
export const goWithAccount: Migration = { name: '0043_go_with_account', statements: owned.flatMap(anew) };
