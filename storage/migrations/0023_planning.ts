import type { Migration } from './migration.ts';

/** Map layers of planning, in versions, and what stands on them. */
export const planning: Migration = {
  name: '0023_planning',
  statements: [
    `create table plan_layers (
  id text not null primary key,
  name text not null,
  version integer not null,
  kind text not null check (kind in ('zone', 'parcel', 'road', 'works')),
  title text not null,
  valid_from text not null,
  valid_to text,
  source text not null,
  source_date text not null,
  sample integer not null,
  sha256 text not null,
  features integer not null,
  box text not null,
  levels text not null,
  streets text not null,
  imported_at text not null,
  imported_by text not null,
  unique (name, version)
)`,
    `create table plan_features (
  layer_id text not null references plan_layers (id),
  place integer not null,
  cell text not null,
  sheet text,
  parcel text,
  street text,
  house text,
  geometry text not null,
  properties text not null,
  primary key (layer_id, place)
)`,
    'create index plan_features_by_cell on plan_features (layer_id, cell)',
    'create index plan_features_by_parcel on plan_features (layer_id, sheet, parcel)',
    'create index plan_features_by_address on plan_features (layer_id, street, house)',
  ],
};
