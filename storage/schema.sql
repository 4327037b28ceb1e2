-- Written by `node storage/testing/dump-schema.ts`; tested to be current.

CREATE TABLE access_log (
  id text not null primary key,
  at text not null,
  account_id text not null,
  dossier_id text not null,
  action text not null,
  request_id text not null
) strict;
CREATE INDEX access_log_by_account on access_log (account_id, at);
CREATE INDEX access_log_by_dossier on access_log (dossier_id, at);
CREATE TABLE accounts (
  id text not null primary key,
  kind text not null check (kind in ('citizen', 'staff')),
  login text not null unique,
  password_hash text,
  subject text unique,
  name text not null,
  title text,
  id_no text,
  phone text,
  email text,
  language text not null check (language in ('vi', 'en')),
  active integer not null check (active in (0, 1)),
  created_at text not null
) strict;
CREATE TABLE "alert_news" (
  account_id text not null references accounts (id) on delete cascade,
  alert_id text not null references alerts (id),
  number integer not null,
  watch_name text not null,
  at text not null,
  read_at text,
  primary key (account_id, alert_id, number)
) strict;
CREATE INDEX alert_news_newest on alert_news (account_id, at);
CREATE TABLE alert_versions (
  alert_id text not null references alerts (id),
  number integer not null,
  call_key text not null unique,
  act text not null check (act in ('publish', 'end', 'expire', 'cancel')),
  at text not null,
  until_at text not null,
  reason text,
  content text not null,
  primary key (alert_id, number)
) strict;
CREATE TABLE alerts (
  id text not null primary key,
  dossier_id text not null unique references dossiers (id),
  unit_id text not null references units (id),
  version integer not null,
  state text not null check (state in ('in-force', 'ended', 'expired', 'cancelled')),
  kind text not null,
  level integer not null,
  published_at text not null,
  updated_at text not null,
  until_at text not null,
  closed_at text,
  content text not null
) strict;
CREATE INDEX alerts_in_force on alerts (state, until_at);
CREATE INDEX alerts_newest on alerts (updated_at);
CREATE TABLE area_changes (
  id text not null primary key,
  subject text not null,
  unit_id text not null references units (id),
  at text not null,
  actor text not null,
  act text not null check (act in ('add', 'change', 'end', 'reopen', 'erase')),
  fields text not null
) strict;
CREATE INDEX area_changes_by_subject on area_changes (subject, at);
CREATE TABLE areas (
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
) strict;
CREATE TABLE calendars (
  id text not null primary key,
  name text not null,
  data text not null,
  revision integer not null,
  updated_at text not null,
  updated_by text not null
) strict;
CREATE TABLE checkpoint_leaves (
  number integer not null references checkpoints (number),
  position integer not null,
  dossier_id text not null,
  seq integer not null,
  hash text not null,
  primary key (number, position),
  unique (number, dossier_id)
) strict;
CREATE INDEX checkpoint_leaves_by_dossier on checkpoint_leaves (dossier_id, number);
CREATE TABLE checkpoints (
  number integer not null primary key,
  at text not null,
  size integer not null,
  root text not null
) strict;
CREATE TABLE deliveries (
  dossier_id text not null,
  post_id text not null,
  begins text,
  status text not null check (status in ('open', 'done', 'dropped', 'failed')),
  run_at text not null,
  attempts integer not null,
  error text, start text, retried_by text,
  primary key (dossier_id, post_id)
) strict;
CREATE INDEX deliveries_by_post on deliveries (post_id);
CREATE INDEX deliveries_due on deliveries (status, run_at, dossier_id);
CREATE TABLE dossier_links (
  dossier_id text not null references dossiers (id),
  kind text not null check (kind in ('area', 'household', 'dossier')),
  target text not null,
  primary key (dossier_id, kind, target)
) strict;
CREATE INDEX dossier_links_by_target on dossier_links (kind, target);
CREATE TABLE dossiers (
  id text not null primary key,
  code text not null unique,
  procedure_key text not null,
  procedure_hash text not null,
  unit_id text not null,
  receiving_unit_id text not null,
  search text not null,
  subject text not null,
  state integer not null check (state between 1 and 10),
  status text not null check (status in ('active', 'completed', 'terminated', 'failed')),
  progress text not null,
  data text not null,
  clock text,
  version integer not null,
  head text not null,
  submitted_at text not null,
  accepted_at text,
  due_at text,
  paused_at text,
  ended_at text,
  updated_at text not null
, soon_at text, late_at text, applicant_account text, applicant_name text, applicant_phone text, channel text not null default 'office' check (channel in ('online', 'counter', 'post', 'office')), begun_by text references accounts (id)) strict;
CREATE INDEX dossiers_begun on dossiers (begun_by, submitted_at);
CREATE INDEX dossiers_by_applicant on dossiers (applicant_account, submitted_at);
CREATE INDEX dossiers_by_key on dossiers (procedure_key, submitted_at);
CREATE INDEX dossiers_by_procedure on dossiers (procedure_hash, status);
CREATE INDEX dossiers_by_status on dossiers (status, id);
CREATE INDEX dossiers_by_unit on dossiers (unit_id, status, due_at);
CREATE INDEX dossiers_newest on dossiers (unit_id, submitted_at, id);
CREATE INDEX dossiers_newest_received on dossiers (receiving_unit_id, submitted_at, id);
CREATE INDEX dossiers_on_duty on dossiers (procedure_key, status, due_at);
CREATE TABLE drafts (
  id text not null primary key,
  account_id text not null,
  procedure_key text not null,
  procedure_hash text not null,
  data text not null,
  revision integer not null,
  created_at text not null,
  updated_at text not null,
  dossier_id text
) strict;
CREATE INDEX drafts_by_account on drafts (account_id, updated_at);
CREATE TABLE duty_shifts (
  id text not null primary key,
  unit_id text not null references units (id),
  account_id text not null references accounts (id),
  starts_at text not null,
  ends_at text not null,
  note text not null,
  created_at text not null,
  created_by text not null
) strict;
CREATE INDEX duty_shifts_by_unit on duty_shifts (unit_id, ends_at);
CREATE TABLE files (
  id text not null primary key,
  sha256 text not null,
  size integer not null,
  type text not null,
  name text not null,
  owner_account text not null,
  draft_id text,
  dossier_id text,
  created_at text not null
) strict;
CREATE INDEX files_by_blob on files (sha256);
CREATE INDEX files_by_dossier on files (dossier_id);
CREATE INDEX files_by_draft on files (draft_id);
CREATE TABLE "followers" (
  spot_id text not null references spots (id),
  account_id text not null references accounts (id) on delete cascade,
  at text not null,
  seen_state integer not null,
  primary key (spot_id, account_id)
) strict;
CREATE INDEX followers_by_account on followers (account_id, at);
CREATE TABLE house_log (
  id text not null primary key,
  at text not null,
  actor text not null,
  kind text not null,
  subject text not null,
  note text not null,
  detail text not null
) strict;
CREATE INDEX house_log_by_subject on house_log (subject, at);
CREATE TABLE household_persons (
  id text not null primary key,
  household_id text not null references households (id),
  unit_id text not null references units (id),
  name text not null,
  birth text,
  relation text
) strict;
CREATE INDEX household_persons_of on household_persons (household_id);
CREATE TABLE households (
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
) strict;
CREATE INDEX households_by_place on households (unit_id, y, x);
CREATE TABLE idempotency (
  actor text not null,
  key text not null,
  body_hash text not null,
  answer text,
  at text not null,
  primary key (actor, key)
) strict;
CREATE TABLE incidents (
  dossier_id text not null references dossiers (id),
  incident integer not null,
  token integer not null,
  node text not null,
  code text not null,
  message text not null,
  unit_id text not null,
  raised_at text not null,
  resolved_at text,
  resolved_by text,
  primary key (dossier_id, incident)
) strict;
CREATE INDEX incidents_by_unit on incidents (unit_id, resolved_at);
CREATE TABLE intakes (
  portal text not null,
  code text not null,
  dossier_id text not null unique references dossiers (id),
  taken_at text not null,
  primary key (portal, code)
) strict;
CREATE TABLE jobs (
  id text not null unique,
  dossier_id text not null references dossiers (id),
  kind text not null check (kind in ('timer', 'connector')),
  node text not null,
  reference integer not null,
  connector text,
  inputs text not null,
  timer text,
  unit_id text not null,
  status text not null check (status in ('open', 'done', 'failed', 'cancelled')),
  due_at text not null,
  run_at text not null,
  done_at text,
  attempts integer not null,
  fence integer not null,
  leased_by text,
  error text,
  created_at text not null, waiting text, call_key text,
  primary key (dossier_id, id)
) strict;
CREATE INDEX jobs_by_unit on jobs (unit_id, status);
CREATE INDEX jobs_due on jobs (status, kind, run_at, id);
CREATE INDEX jobs_of_dossier on jobs (dossier_id, status, kind, run_at);
CREATE TABLE journal (
  dossier_id text not null references dossiers (id),
  seq integer not null,
  at text not null,
  actor text not null,
  kind text not null,
  visits text not null,
  payload_digest text not null,
  prev_hash text not null,
  hash text not null,
  primary key (dossier_id, seq)
) strict;
CREATE TABLE journal_payloads (
  dossier_id text not null,
  seq integer not null,
  salt text not null,
  payload text not null,
  primary key (dossier_id, seq),
  foreign key (dossier_id, seq) references journal (dossier_id, seq)
) strict;
CREATE TABLE letters (
  id text not null unique,
  dossier_id text not null references dossiers (id),
  letter text not null,
  title text not null,
  number text,
  sha256 text not null,
  size integer not null,
  verify_code text not null unique,
  issued_at text not null,
  issued_by text not null,
  capacity text,
  node text not null,
  revoked_at text, purpose text not null default 'along-the-way' check (purpose in ('result', 'along-the-way', 'internal')),
  primary key (dossier_id, id)
) strict;
CREATE INDEX letters_by_kind on letters (letter, issued_at);
CREATE TABLE level_delegations (
  id text not null primary key,
  procedure_key text not null,
  from_kind text not null,
  to_kind text not null,
  document text not null,
  valid_from text not null,
  valid_to text,
  created_at text not null,
  created_by text not null references accounts (id)
) strict;
CREATE INDEX level_delegations_of on level_delegations (procedure_key, from_kind, valid_from);
CREATE TABLE "message_choices" (
  account_id text not null primary key references accounts (id) on delete cascade,
  channel text not null check (channel in ('sms', 'zalo')),
  phone text not null,
  chosen_at text not null
) strict;
CREATE TABLE messages (
  id text not null unique,
  dossier_id text not null references dossiers (id),
  author text not null,
  side text not null check (side in ('citizen', 'staff')),
  body text not null,
  at text not null,
  primary key (dossier_id, id)
) strict;
CREATE TABLE money_entries (
  id text not null unique,
  dossier_id text not null references dossiers (id),
  payment_id text not null,
  kind text not null check (kind in ('lowered', 'kept', 'aside', 'asked', 'approved', 'declined', 'abandoned')),
  refund text,
  amount integer not null check (amount >= 0),
  at text not null,
  actor text not null,
  detail text not null,
  primary key (dossier_id, id)
) strict;
CREATE INDEX money_entries_by_payment on money_entries (payment_id, at);
CREATE TABLE notes (
  id text not null unique,
  dossier_id text not null references dossiers (id),
  author text not null references accounts (id),
  body text not null,
  at text not null,
  primary key (dossier_id, id)
) strict;
CREATE TABLE outbox (
  id text not null unique,
  dossier_id text not null references dossiers (id),
  kind text not null,
  recipient text not null,
  payload text not null,
  status text not null check (status in ('open', 'delivered', 'failed')),
  created_at text not null,
  run_at text not null,
  delivered_at text,
  attempts integer not null,
  fence integer not null,
  leased_by text,
  error text, place integer not null default 0,
  primary key (dossier_id, id)
) strict;
CREATE INDEX outbox_by_recipient on outbox (recipient, created_at);
CREATE INDEX outbox_due on outbox (status, run_at, id);
CREATE INDEX outbox_refunds on outbox (status, created_at) where kind = 'refund';
CREATE TABLE payment_events (
  id text not null primary key,
  payment_id text not null,
  kind text not null,
  amount integer not null,
  raw text not null,
  received_at text not null,
  accepted integer not null check (accepted in (0, 1)),
  reason text
) strict;
CREATE INDEX payment_events_by_payment on payment_events (payment_id, received_at);
CREATE TABLE payments (
  id text not null unique,
  dossier_id text not null references dossiers (id),
  purpose text not null,
  amount integer not null check (amount >= 0),
  lines text not null,
  status text not null check (status in ('pending', 'paid', 'failed', 'refunded', 'waived')),
  reference text not null unique,
  created_at text not null,
  settled_at text, oddity text check (oddity in ('open', 'settled')),
  primary key (dossier_id, id)
) strict;
CREATE INDEX payments_odd on payments (oddity, created_at) where oddity is not null;
CREATE TABLE plan_features (
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
) strict;
CREATE INDEX plan_features_by_address on plan_features (layer_id, street, house);
CREATE INDEX plan_features_by_cell on plan_features (layer_id, cell);
CREATE INDEX plan_features_by_parcel on plan_features (layer_id, sheet, parcel);
CREATE TABLE plan_layers (
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
) strict;
CREATE TABLE "posts" (
  id text not null unique,
  dossier_id text not null,
  sender text,
  units text,
  kind text not null check (kind in ('message', 'signal')),
  name text not null,
  keys text not null,
  data text not null,
  thrown_at text not null,
  expires_at text not null,
  status text not null check (status in ('open', 'done', 'expired')),
  run_at text not null, unread text,
  primary key (dossier_id, id)
) strict;
CREATE INDEX posts_by_name on posts (name, status);
CREATE INDEX posts_due on posts (status, run_at, id);
CREATE TABLE procedure_drafts (
  key text not null primary key,
  files text not null,
  revision integer not null,
  base text,
  updated_at text not null,
  updated_by text not null
) strict;
CREATE TABLE procedure_versions (
  hash text not null primary key,
  key text not null,
  number integer not null,
  files text not null,
  published_at text not null,
  published_by text not null,
  note text,
  offered integer not null check (offered in (0, 1)), offered_from text, offered_at text, offer_error text,
  unique (key, number)
) strict;
CREATE TABLE programs (
  id text not null primary key,
  name text not null,
  units text not null,
  created_at text not null,
  expires_at text not null,
  ended_at text
) strict;
CREATE INDEX programs_by_name on programs (name);
CREATE TABLE push_devices (
  id text not null primary key,
  account_id text not null references accounts (id) on delete cascade,
  endpoint text not null,
  public_key text not null,
  secret text not null,
  house_key text not null,
  language text not null check (language in ('vi', 'en')),
  created_at text not null,
  looked_at text not null
) strict;
CREATE INDEX push_devices_by_account on push_devices (account_id, created_at);
CREATE TABLE pushes (
  id text not null primary key,
  device_id text not null references push_devices (id) on delete cascade,
  content text not null,
  status text not null check (status in ('open', 'sent', 'failed', 'expired')),
  created_at text not null,
  run_at text not null,
  expires_at text not null,
  sent_at text,
  attempts integer not null,
  fence integer not null,
  leased_by text,
  error text
) strict;
CREATE INDEX pushes_by_device on pushes (device_id, status);
CREATE INDEX pushes_due on pushes (status, run_at, id);
CREATE TABLE ratings (
  dossier_id text not null primary key references dossiers (id),
  stars integer not null check (stars between 1 and 5),
  comment text,
  answers text,
  at text not null
) strict;
CREATE TABLE "readings" (
  dossier_id text not null references dossiers (id),
  account text not null references accounts (id) on delete cascade,
  until text not null,
  primary key (dossier_id, account)
) strict;
CREATE TABLE registers (
  unit_id text not null,
  register text not null,
  period text not null,
  last integer not null,
  primary key (unit_id, register, period)
) strict;
CREATE TABLE role_assignments (
  id text not null primary key,
  account_id text not null references accounts (id),
  role text not null,
  unit_id text not null references units (id),
  valid_from text not null,
  valid_to text,
  delegated_by text references accounts (id),
  document text,
  created_at text not null,
  created_by text not null
) strict;
CREATE INDEX role_assignments_by_account on role_assignments (account_id);
CREATE INDEX role_assignments_by_unit on role_assignments (unit_id, role);
CREATE TABLE roles (
  code text not null primary key,
  name text not null,
  like_role text not null,
  created_at text not null,
  created_by text not null
) strict;
CREATE TABLE schema_migrations (name text primary key) strict;
CREATE TABLE "sessions" (
  id text not null primary key,
  account_id text not null references accounts (id) on delete cascade,
  created_at text not null,
  seen_at text not null,
  expires_at text not null,
  ended_at text,
  agent text
) strict;
CREATE INDEX sessions_by_account on sessions (account_id);
CREATE TABLE spots (
  id text not null primary key,
  dossier_id text not null unique references dossiers (id),
  procedure_key text not null,
  kind text not null,
  x integer not null,
  y integer not null,
  at text not null
) strict;
CREATE INDEX spots_anywhere on spots (y, x);
CREATE INDEX spots_by_place on spots (procedure_key, kind, y, x);
CREATE TABLE start_conditions (
  procedure_key text not null,
  node text not null,
  part integer not null,
  condition text not null,
  held integer not null,
  since text not null,
  primary key (procedure_key, node, part)
) strict;
CREATE TABLE start_timers (
  procedure_key text not null,
  node text not null,
  part integer not null,
  procedure_hash text not null,
  drawn text not null,
  timer text not null,
  unit_id text not null references units (id),
  due_at text not null,
  run_at text not null,
  attempts integer not null,
  error text, status text not null default 'open' check (status in ('open', 'done', 'ended', 'failed')),
  primary key (procedure_key, node, part)
) strict;
CREATE INDEX start_timers_due on start_timers (status, run_at);
CREATE TABLE start_turns (
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
, post_id text, retried_by text) strict;
CREATE INDEX start_turns_due on start_turns (status, run_at, dossier_id);
CREATE INDEX start_turns_of_timer on start_turns (procedure_key, node, part, due_at);
CREATE TABLE subscriptions (
  dossier_id text not null references dossiers (id),
  subscription integer not null,
  node text not null,
  name text not null,
  keys text not null,
  opened_at text not null, kind text not null default 'message', match text not null default '',
  primary key (dossier_id, subscription)
) strict;
CREATE INDEX subscriptions_by_match on subscriptions (kind, name, match, opened_at, dossier_id);
CREATE INDEX subscriptions_by_name on subscriptions (kind, name, dossier_id);
CREATE TABLE supplements (
  dossier_id text not null references dossiers (id),
  number integer not null,
  node text not null,
  items text not null,
  remark text,
  requested_at text not null,
  requested_by text not null,
  answered_at text,
  primary key (dossier_id, number)
) strict;
CREATE TABLE tasks (
  id text not null unique,
  dossier_id text not null references dossiers (id),
  token integer not null,
  node text not null,
  name text not null,
  form text,
  role text not null,
  unit_id text not null,
  status text not null check (status in ('open', 'completed', 'cancelled')),
  opened_at text not null,
  due_at text,
  time_limit text,
  claimed_by text,
  claimed_at text,
  closed_by text,
  closed_at text, roles text not null default '[]', soon_at text, procedure_key text not null default '', procedure_hash text not null default '', state integer not null default 1, search text not null default '', code text not null default '', submitted_at text not null default '', paused_at text, first_due_at text, first_soon_at text,
  primary key (dossier_id, id)
) strict;
CREATE INDEX tasks_by_claimer on tasks (status, claimed_by, due_at);
CREATE INDEX tasks_by_role on tasks (status, unit_id, role, due_at);
CREATE TABLE transfer_items (
  dossier_id text not null references dossiers (id),
  transfer_id text not null references transfers (id),
  status text not null check (status in ('open', 'moved', 'kept', 'undo', 'undone', 'stuck')),
  reasons text not null,
  run_at text not null,
  attempts integer not null,
  primary key (dossier_id, transfer_id)
) strict;
CREATE INDEX transfer_items_by_transfer on transfer_items (transfer_id, status);
CREATE INDEX transfer_items_due on transfer_items (status, run_at, dossier_id);
CREATE TABLE transfers (
  id text not null primary key,
  procedure_key text not null,
  from_hash text not null,
  to_hash text not null,
  mapping text not null,
  confirmed integer not null,
  reason text not null,
  started_at text not null,
  started_by text not null,
  undone_at text,
  undone_by text,
  undo_reason text
, noted_to text) strict;
CREATE INDEX transfers_by_procedure on transfers (procedure_key, started_at);
CREATE TABLE unit_settings (
  id text not null primary key,
  unit_id text not null references units (id),
  procedure_key text,
  name text not null,
  value text,
  document text,
  valid_from text not null,
  created_at text not null,
  created_by text not null references accounts (id)
) strict;
CREATE INDEX unit_settings_of on unit_settings (unit_id, valid_from);
CREATE TABLE units (
  id text not null primary key,
  code text not null unique,
  name text not null,
  kind text not null,
  parent_id text references units (id),
  calendar_id text not null references calendars (id),
  valid_from text not null,
  valid_to text
) strict;
CREATE TABLE "watches" (
  id text not null primary key,
  account_id text not null references accounts (id) on delete cascade,
  name text not null,
  unit_id text references units (id),
  x integer,
  y integer,
  radius integer,
  created_at text not null
) strict;
CREATE INDEX watches_by_account on watches (account_id);
CREATE INDEX watches_by_place on watches (y, x);
CREATE INDEX watches_by_unit on watches (unit_id);
