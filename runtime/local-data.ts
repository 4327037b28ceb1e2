import type { Data } from '../engine/state.ts';
import { localOf } from '../procedures/parameters.ts';
import type { Transaction } from '../storage/store.ts';
import { settingsOf } from '../storage/tables/unit-settings.ts';
import type { RunnableProcedure } from './procedure.ts';

/** `local` as a dossier of a unit begins with it, where the procedure declares parameters; it stays with the dossier, whatever is set later. */
export const localData = async (tx: Transaction, { key, parameters }: Pick<RunnableProcedure, 'key' | 'parameters'>, unitId: string | undefined, at: string): Promise<Data> =>
  (parameters === undefined ? {} : { local: localOf(parameters, unitId === undefined ? undefined : await settingsOf(tx, unitId, key, at)) });
