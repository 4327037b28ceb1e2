import type { Migration } from './migration.ts';

const columns = ['procedure_key', 'procedure_hash', 'state', 'search', 'code', 'submitted_at', 'paused_at', 'first_due_at', 'first_soon_at'];

const earlier = (own: string, whole: string): string => `case when tasks.${own} is null or dossiers.${whole} < tasks.${own} then dossiers.${whole} else tasks.${own} end`;

/** What lists ask of an open step's dossier stands beside the step: they looked up each of thousands of dossiers for it. */
export const listed: Migration = {
  name: '0021_listed',
  statements: [
    'drop view open_steps',
    ...columns.slice(0, 6).map((column) => (column === 'state' ? 'alter table tasks add column state integer not null default 1' : `alter table tasks add column ${column} text not null default ''`)),
    ...columns.slice(6).map((column) => `alter table tasks add column ${column} text`),
    `update tasks set (${columns.join(', ')}) = (select procedure_key, procedure_hash, state, search, code, submitted_at, paused_at, ${earlier('due_at', 'late_at')}, ${earlier('soon_at', 'soon_at')} from dossiers where dossiers.id = tasks.dossier_id) where status = 'open'`,
  ],
};
