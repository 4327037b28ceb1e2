import type { Migration } from './migration.ts';

/** Roles that procedures add to the standard ones. */
export const addedRoles: Migration = {
  name: '0044_roles',
  statements: [
    `create table roles (
  code text not null primary key,
  name text not null,
  like_role text not null,
  created_at text not null,
  created_by text not null
)`,
  ],
};
