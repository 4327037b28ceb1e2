import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import { parseInstant } from '../engine/calendar/instant.ts';
import { momentOf } from '../engine/calendar/measure.ts';
import type { Transaction } from '../storage/store.ts';
import type { Where } from '../storage/table.ts';
import type { OutboxRow } from '../storage/tables/outbox.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import { tell } from './news.ts';
import type { Surroundings } from './runtime.ts';
import { later } from './work/backoff.ts';

const kind = 'due-moved';
/** A calendar is rarely right at the first try: until this has passed, what is put right again was never said. */
const heldMs = 60 * 60_000;

/**
 * Leaves word for the applicant that another calendar gives another return day, to be told after an hour. Once per dossier: what still
 * waits to be told gives way to this, and nothing is told when the day is again the one that they know.
 */
export async function tellDueMoved(world: Pick<Surroundings, 'now' | 'newId'>, tx: Transaction, calendar: CompiledCalendar, row: DossierRow, dueAt: string): Promise<void> {
  const now = world.now();
  const held = await tx.outbox.first({ dossierId: row.id, kind, status: 'open', createdAt: { gt: now } });
  const known = typeof held?.payload['known'] === 'string' ? held.payload['known'] : row.dueAt;
  if (held !== undefined) await tx.outbox.remove({ dossierId: row.id, id: held.id });
  if (known === null || dayOf(calendar, known) === dayOf(calendar, dueAt)) return;
  await tell({ tx, row: { ...row, dueAt }, now: later(now, heldMs) }, kind, `${kind} ${world.newId()}`, { known });
}

/** What is to be told later is told no more when the dossier went another way meanwhile: its date is another, or it has none to wait for. */
export const forgetDueMoved = (tx: Transaction, { id }: Pick<DossierRow, 'id'>, now: string): Promise<void> =>
  tx.outbox.set({ dossierId: id, kind, status: 'open', createdAt: { gt: now } }, { status: 'failed', error: 'the dossier went another way' });

/** What was said: all but what waits, or waited, for its hour. */
export const saidNotices: Where<OutboxRow> = { any: [{ kind: { not: kind } }, { status: 'delivered' }] };

const dayOf = (calendar: CompiledCalendar, instant: string): number => momentOf(calendar, parseInstant(instant)).day;
