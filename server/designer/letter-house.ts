import type { Data } from '../../engine/state.ts';
import type { Transaction } from '../../storage/store.ts';
import { inForce, type UnitRow } from '../../storage/tables/units.ts';
import type { Actor } from '../access/actor.ts';
import { cataloguesFor } from '../forms/catalogues.ts';
import { unitFacts } from '../letters/context.ts';
import type { LetterJob } from './try-letter.ts';

/** A unit that may issue a letter, and its names as papers write them. */
export interface Office {
  readonly unit: UnitRow;
  readonly facts: Data;
}

/** What a sample letter takes from the house: an office of each kind that may issue it, a ward first; the lists of places, the calendars. */
export async function letterHouse(tx: Transaction, phone: string, actor: Actor, at: string): Promise<Pick<LetterJob, 'offices' | 'catalogues' | 'calendars'>> {
  const units = await tx.units.find(inForce(at), { order: [['id', 'asc']] });
  const kinds = new Set(['ward', ...units.map(({ kind }) => kind)]);
  const offices: Office[] = [];
  for (const kind of kinds) {
    const unit = units.find((one) => one.kind === kind);
    if (unit) offices.push({ unit, facts: await unitFacts(tx, unit, phone, at) });
  }
  const calendars = await tx.calendars.find({}, { limit: 500 });
  return { offices, catalogues: await cataloguesFor(tx, actor, at), calendars: Object.fromEntries(calendars.map(({ id, data }) => [id, data])) };
}
