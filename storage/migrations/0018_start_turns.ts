import type { Migration } from './migration.ts';

/** A turn of a start timer is kept until its dossier has begun; a timer that cannot be set again waits for a person. */
export const startTurns: Migration = {
  name: '0018_start_turns',
  statements: [
    `create table start_turns (
  dossier_id text primary key,
  procedure_key text not null,
  node text not null,
  part integer not null,
  unit_id text not null references units (id),
  due_at text not null,
  status text not null check (status in ('open', 'failed')),
  run_at text not null,
  attempts integer not null,
  error text
)`,
    'create index start_turns_due on start_turns (status, run_at, dossier_id)',
    'create index start_turns_of_timer on start_turns (procedure_key, node, part, due_at)',
    'drop index start_timers_due',
    "alter table start_timers add column status_again text not null default 'open' check (status_again in ('open', 'done', 'ended', 'failed'))",
    'update start_timers set status_again = status',
    'alter table start_timers drop column status',
    'alter table start_timers rename column status_again to status',
    'create index start_timers_due on start_timers (status, run_at)',
  ],
};
