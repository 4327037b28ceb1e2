import type { Event } from '../engine/event.ts';
import type { State } from '../engine/state.ts';
import type { Transaction } from '../storage/store.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import { procedureOf } from './open-dossier.ts';
import type { RunnableProcedure } from './procedure.ts';
import { replay, versionsIn } from './replay.ts';
import type { Surroundings } from './runtime.ts';

/** The state that a dossier's events give, read by the versions that they name. */
export async function replayed(world: Surroundings, tx: Transaction, { procedureHash }: Pick<DossierRow, 'procedureHash'>, events: readonly Event[]): Promise<State | undefined> {
  const { first, all } = versionsIn(events, procedureHash);
  const versions = new Map<string, RunnableProcedure>();
  for (const hash of all) versions.set(hash, await procedureOf(world, tx, hash));
  return replay(versions, first, events);
}
