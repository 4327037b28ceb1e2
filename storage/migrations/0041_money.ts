import type { Migration } from './migration.ts';

/** What was decided about money that came beyond or instead of a fee; refunds of before were of whole fees. */
export const money: Migration = {
  name: '0041_money',
  statements: [
    `create table money_entries (
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
)`,
    'create index money_entries_by_payment on money_entries (payment_id, at)',
    `insert into money_entries (id, dossier_id, payment_id, kind, refund, amount, at, actor, detail)
  select 'before-' || payments.id, payments.dossier_id, payments.id, 'lowered', null, payments.amount, payments.created_at, 'system', '{}' from payments
  where payments.status = 'refunded' and not exists (select 1 from payment_events where payment_events.payment_id = payments.id and payment_events.reason = 'dossier-closed')`,
    "alter table payments add column oddity text check (oddity in ('open', 'settled'))",
    `update payments set oddity = case when status = 'refunded' then 'settled' else 'open' end
  where id in (select payment_id from payment_events where reason is not null and kind = 'paid')`,
    'create index payments_odd on payments (oddity, created_at) where oddity is not null',
    'drop index payment_events_odd',
    "create index outbox_refunds on outbox (status, created_at) where kind = 'refund'",
  ],
};
