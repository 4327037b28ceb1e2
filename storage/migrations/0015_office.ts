import type { Migration } from './migration.ts';

/** A column under a new rule, with what it held: SQLite changes no rule of a column that is there. */
const again = (column: string, rule: string): readonly string[] => [
  `alter table dossiers add column ${column}_again ${rule}`,
  `update dossiers set ${column}_again = ${column}`,
  `alter table dossiers drop column ${column}`,
  `alter table dossiers rename column ${column}_again to ${column}`,
];

/** Dossiers that nobody files have no applicant; timers that begin them wait here. */
export const office: Migration = {
  name: '0015_office',
  statements: [
    'drop index dossiers_by_applicant',
    ...again('applicant_account', 'text'),
    ...again('applicant_name', 'text'),
    ...again('applicant_phone', 'text'),
    ...again('channel', "text not null default 'office' check (channel_again in ('online', 'counter', 'post', 'office'))"),
    'create index dossiers_by_applicant on dossiers (applicant_account, submitted_at)',
    `create table start_timers (
  procedure_key text not null,
  node text not null,
  part integer not null,
  procedure_hash text not null,
  drawn text not null,
  timer text not null,
  unit_id text not null references units (id),
  status text not null check (status in ('open', 'done', 'ended')),
  due_at text not null,
  run_at text not null,
  attempts integer not null,
  error text,
  primary key (procedure_key, node, part)
)`,
    'create index start_timers_due on start_timers (status, run_at)',
  ],
};
