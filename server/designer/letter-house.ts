import type { Transaction } from '../../storage/store.ts';
import type { Actor } from '../access/actor.ts';
import { cataloguesFor } from '../forms/catalogues.ts';
import { unitFacts } from '../letters/context.ts';
import type { LetterJob } from './try-letter.ts';

/** What a sample letter takes from the house: a ward as the office that issues it, the lists of places, the calendars. */
export async function letterHouse(tx: Transaction, phone: string, actor: Actor, at: string): Promise<Pick<LetterJob, 'unit' | 'facts' | 'catalogues' | 'calendars'>> {
  const now = { validFrom: { lte: at }, any: [{ validTo: null }, { validTo: { gt: at } }] };
  const order = { order: [['id', 'asc']] as const };
  const unit = (await tx.units.first({ kind: 'ward', ...now }, order)) ?? (await tx.units.first(now, order));
  const calendars = await tx.calendars.find({}, { limit: 500 });
  return {
    unit, facts: unit === undefined ? {} : await unitFacts(tx, unit, phone),
    catalogues: await cataloguesFor(tx, actor, at), calendars: Object.fromEntries(calendars.map(({ id, data }) => [id, data])),
  };
}
