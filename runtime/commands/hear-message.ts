import { broughtKeys } from '../../engine/correlation.ts';
import { startedBy } from '../../engine/started-by.ts';
import type { Data } from '../../engine/state.ts';
import type { Transaction } from '../../storage/store.ts';
import { Refused } from '../answer.ts';
import { beginByOffice } from '../begin-by-office.ts';
import type { HearMessage, Standing } from '../command.ts';
import type { RunnableProcedure } from '../procedure.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';
import { whoWaits } from '../who-waits.ts';
import { deliverMessage } from './deliver-message.ts';

/**
 * Something from outside that names no dossier: it reaches the one that has waited longest for it with these keys, in a unit of the
 * sender's; else the first published procedure that begins by it begins, for its own office. Refused when nobody waits for it.
 */
export async function hearMessage(world: Surroundings, tx: Transaction, now: string, command: HearMessage): Promise<Standing> {
  const { units, ...message } = command;
  const { readable, unreadable } = await world.published(tx);
  const dossierId = await waiting(tx, { ...command, keys: { ...keysIn(readable, now, command), ...command.keys } });
  if (dossierId !== undefined) return deliverMessage(world, tx, now, { ...message, dossierId });
  const { name, data = {}, actor } = message;
  for (const procedure of readable) {
    const [start] = startedBy(procedure.definition, { kind: 'message', name });
    if (start === undefined || procedure.office === undefined) continue;
    const unit = await tx.units.first({ code: procedure.office });
    if (unit === undefined || !units.includes(unit.id)) continue;
    return settled(await beginByOffice(world, tx, { id: world.newId(), procedure, unit, start: { ...start, ...(message.keys && { keys: message.keys }) }, at: now, by: actor, data, about: { name } }));
  }
  // Whoever is told that nobody waits throws it away.
  if (unreadable.length > 0) throw new Error(`expected every published procedure to be readable, so as to know who waits for message "${name}", but ${unreadable.join(', ')} is not`);
  throw new Refused({ ok: false, refused: 'not-found', message: `expected someone of ${units.join(', ')} to wait for message "${name}" with these keys, or a procedure of theirs to begin by it, but there is none` });
}

/** The keys that stand in what it brings, as the published procedures read them. */
const keysIn = (published: readonly RunnableProcedure[], now: string, { name, data }: HearMessage): Data =>
  Object.assign({}, ...published.map(({ definition }) => broughtKeys(definition, name, data, now))) as Data;

async function waiting(tx: Transaction, { name, keys = {}, units }: HearMessage): Promise<string | undefined> {
  for (const { dossierId } of await whoWaits(tx, name, keys)) {
    if ((await tx.dossiers.count({ id: dossierId, unitId: { in: [...units] } })) > 0) return dossierId;
  }
  return undefined;
}
