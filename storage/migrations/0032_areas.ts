import type { Migration } from './migration.ts';

/** Residential areas and households of units, who changed what in them, and what dossiers are about. */
export const areas: Migration = {
  name: '0032_areas',
  statements: [
    `create table areas (
  id text not null primary key,
  unit_id text not null references units (id),
  code text not null,
  kind text not null check (kind in ('neighbourhood', 'hamlet', 'group')),
  name text not null,
  search text not null,
  geometry text not null,
  west integer not null,
  south integer not null,
  east integer not null,
  north integer not null,
  valid_from text not null,
  valid_to text,
  unique (unit_id, code)
)`,
    `create table households (
  id text not null primary key,
  unit_id text not null references units (id),
  code text not null,
  address text not null,
  head text,
  members integer,
  search text not null,
  x integer not null,
  y integer not null,
  valid_from text not null,
  valid_to text,
  unique (unit_id, code)
)`,
    'create index households_by_place on households (unit_id, y, x)',
    `create table area_changes (
  id text not null primary key,
  subject text not null,
  unit_id text not null references units (id),
  at text not null,
  actor text not null,
  act text not null check (act in ('add', 'change', 'end', 'reopen', 'erase')),
  fields text not null
)`,
    'create index area_changes_by_subject on area_changes (subject, at)',
    `create table dossier_links (
  dossier_id text not null references dossiers (id),
  kind text not null check (kind in ('area', 'household', 'dossier')),
  target text not null,
  primary key (dossier_id, kind, target)
)`,
    'create index dossier_links_by_target on dossier_links (kind, target)',
    'create index spots_anywhere on spots (y, x)',
  ],
};
