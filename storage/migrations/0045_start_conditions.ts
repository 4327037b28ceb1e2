import type { Migration } from './migration.ts';

/** Whether the condition of a start event held when it was last evaluated: it begins a dossier when it begins to hold. */
export const startConditions: Migration = {
  name: '0045_start_conditions',
  statements: [
    `create table start_conditions (
  procedure_key text not null,
  node text not null,
  part integer not null,
  condition text not null,
  held integer not null,
  since text not null,
  primary key (procedure_key, node, part)
)`,
  ],
};
