import type { Migration } from './migration.ts';

/** Persons of households, one by one. */
export const householdPersons: Migration = {
  name: '0042_household_persons',
  statements: [
    `create table household_persons (
  id text not null primary key,
  household_id text not null references households (id),
  unit_id text not null references units (id),
  name text not null,
  birth text,
  relation text
)`,
    'create index household_persons_of on household_persons (household_id)',
  ],
};
