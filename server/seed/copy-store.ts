import type { Store } from '../../storage/store.ts';
import type { Rows } from '../../storage/table.ts';
import type { tables } from '../../storage/tables/registry.ts';

/** Every table, those first that others refer to. */
const order = [
  'calendars', 'units', 'accounts', 'roles', 'roleAssignments', 'levelDelegations', 'unitSettings', 'sessions', 'programs', 'procedureVersions', 'procedureDrafts', 'registers', 'dossiers', 'intakes', 'drafts', 'files', 'journal', 'journalPayloads',
  'tasks', 'jobs', 'subscriptions', 'incidents', 'outbox', 'letters', 'supplements', 'payments', 'paymentEvents', 'moneyEntries', 'messages', 'readings', 'notes', 'ratings', 'checkpoints', 'checkpointLeaves',
  'posts', 'deliveries', 'transfers', 'transferItems', 'startConditions', 'startTimers', 'startTurns', 'idempotency', 'accessLog', 'houseLog', 'planLayers', 'planFeatures', 'alerts', 'alertVersions', 'areas', 'households', 'householdPersons', 'areaChanges', 'dossierLinks', 'watches', 'alertNews', 'messageChoices', 'pushDevices', 'pushes', 'spots', 'followers', 'dutyShifts',
] as const satisfies readonly (keyof typeof tables)[];
type Left = Exclude<keyof typeof tables, (typeof order)[number]>;
/** Fails to compile when a table is missing above. */
const complete: [Left] extends [never] ? true : Left = true;

/** Moves everything from one store into another that is empty, in one transaction. Answers false, moving nothing, when people live there already. */
export async function copyStore(from: Store, into: Store): Promise<boolean> {
  const rows = await from.read(async (tx) => {
    const all: { readonly name: (typeof order)[number]; readonly rows: object[] }[] = [];
    for (const name of complete ? order : []) all.push({ name, rows: await (tx[name] as unknown as Rows<object>).find({}) });
    return all;
  });
  return into.transaction(async (tx) => {
    if ((await tx.accounts.count({})) > 0) return false;
    for (const { name, rows: found } of rows) for (const row of found) await (tx[name] as unknown as Rows<object>).insert(row);
    return true;
  });
}
