import type { Migration } from './migration.ts';

const earlier = (column: string, own: string, whole: string): string =>
  `case when ${own} is null or ${whole} < ${own} then ${whole} else ${own} end as ${column}`;

/** A step may be several roles'; when it turns due soon and late is kept, so that worklists are counted, sorted and cut where they lie. */
export const openSteps: Migration = {
  name: '0011_open_steps',
  statements: [
    "alter table tasks add column roles text not null default '[]'",
    `update tasks set roles = '["' || role || '"]'`,
    'alter table tasks add column soon_at text',
    'alter table dossiers add column soon_at text',
    'alter table dossiers add column late_at text',
    // What needs a calendar is counted when the program starts (server/commands/up-to-date.ts).
    `update dossiers set late_at = due_at where paused_at is null and clock like '%"endedAt":null%'`,
    `create view open_steps as
select task.id, task.dossier_id, task.node, task.role, task.roles, task.unit_id, task.claimed_by, task.opened_at,
  dossier.procedure_key, dossier.procedure_hash, dossier.state, dossier.search, dossier.code, dossier.submitted_at, dossier.paused_at,
  ${earlier('due_at', 'task.due_at', 'dossier.late_at')},
  ${earlier('soon_at', 'task.soon_at', 'dossier.soon_at')}
from tasks task join dossiers dossier on dossier.id = task.dossier_id
where task.status = 'open'`,
  ],
};
