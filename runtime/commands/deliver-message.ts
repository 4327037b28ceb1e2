import type { Event } from '../../engine/event.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DeliverMessage, Standing } from '../command.ts';
import { fireDueTimers } from '../due-timers.ts';
import { advance, openDossier } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';

/** Something from outside reaches a dossier; refused as a conflict when the dossier does not wait for it (now). */
export async function deliverMessage(world: Surroundings, tx: Transaction, now: string, command: DeliverMessage): Promise<Standing> {
  const { actor, name, keys, data } = command;
  const open = await openDossier(world, tx, now, command.dossierId);
  await fireDueTimers(open);
  const event: Event = { type: 'message', at: now, by: actor, name, ...(keys === undefined ? {} : { keys }), ...(data === undefined ? {} : { data }) };
  await advance(open, { kind: 'message', actor, about: { name } }, [event]);
  return settled(open);
}
