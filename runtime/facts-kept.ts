import type { Data, Json } from '../engine/state.ts';
import { isObject } from '../forms/field-path.ts';
import { filingFacts } from '../procedures/filing-facts.ts';
import { localOf, type Settings } from '../procedures/parameters.ts';
import type { Parameter } from '../procedures/procedure.ts';
import type { Transaction } from '../storage/store.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import { settingsOf } from '../storage/tables/unit-settings.ts';
import type { RunnableProcedure } from './procedure.ts';

type Asking = Pick<RunnableProcedure, 'key' | 'parameters'>;
type Kept = Pick<DossierRow, 'data' | 'submittedAt' | 'channel'>;

/**
 * What a version may read of any dossier, and one that was filed under an earlier version, or release, does not hold: facts of its filing,
 * and parameters as its unit had them when it was filed. What it holds stays as it is; nothing where it holds all.
 */
export function factsLacking({ data, submittedAt, channel }: Kept, { parameters = [] }: Asking, settings?: Settings): Data {
  const filing = isObject(data['filing']) ? data['filing'] : {};
  const local = isObject(data['local']) ? data['local'] : {};
  const missing = parameters.filter(({ name, kind }) => typeof local[name] !== kinds[kind]);
  return {
    ...(typeof filing['day'] !== 'string' && { filing: filingOf(filing, filingFacts(typeof filing['at'] === 'string' ? filing['at'] : submittedAt, channel, deliveryOf(data))) }),
    ...(missing.length > 0 && { local: { ...local, ...localOf(missing, settings) } }),
  };
}

/** The same, with what the unit of the dossier had set when it was filed; settings are read only where a parameter is lacking. */
export async function factsLackingIn(tx: Transaction, row: DossierRow, procedure: Asking): Promise<Data> {
  const lacking = factsLacking(row, procedure);
  return Object.hasOwn(lacking, 'local') ? factsLacking(row, procedure, await settingsOf(tx, row.unitId, procedure.key, row.submittedAt)) : lacking;
}

const kinds = { text: 'string', number: 'number', yesNo: 'boolean' } as const satisfies Record<Parameter['kind'], string>;

/** The day is made from the instant; all else that was kept of the filing stays. */
const filingOf = (kept: Data, facts: Data): Data => ({ ...facts, ...kept, day: facts['day']! });

const deliveryOf = ({ application }: Data): Json => (isObject(application) ? (application['delivery'] ?? null) : null);
