import type { Data } from '../engine/state.ts';
import { isObject } from '../forms/field-path.ts';
import type { NewsKind } from '../procedures/news.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import { isFetched } from './fetched.ts';
import type { OpenDossier } from './open-dossier.ts';
import { rowId } from './row-id.ts';

/** What a notice may name, as it stands at that moment: a later change never rewrites what was said. */
export function newsFacts({ code, dueAt, data }: DossierRow): Data {
  const { delivery } = isObject(data['filing']) ? data['filing'] : {};
  const method = isObject(delivery) && typeof delivery['method'] === 'string' ? delivery['method'] : null;
  return { code, due: dueAt, delivery: method === 'electronic' && isFetched(data) ? 'counter' : method };
}

/** Notices come in the order of the journal's entries: `nth` of those of the next entry, 0 before them. */
export const placeOf = ({ version }: Pick<DossierRow, 'version'>, nth: number): number => (version + 1) * 1000 + nth;

/** For a list of notices of a dossier: as they were left. */
export const asLeft = [['createdAt', 'asc'], ['place', 'asc'], ['id', 'asc']] as const;

/** Leaves word of a dossier, or of its new national state, for the system that is told of all; in the transaction of what happened. */
export async function tellState(open: Pick<OpenDossier, 'world' | 'tx' | 'row' | 'now'> & { told?: number }, kind: 'dossier.filed' | 'dossier.state', key: string): Promise<void> {
  const { tx, row, now, world: { statesTo } } = open;
  if (statesTo === undefined || row.channel === 'office') return;
  open.told = (open.told ?? 0) + 1;
  await tx.outbox.insert({
    id: rowId(row.id, `${key} state`), dossierId: row.id, kind, recipient: statesTo, payload: { state: row.state },
    status: 'open', createdAt: now, place: placeOf(row, open.told), runAt: now, deliveredAt: null, attempts: 0, fence: 0, leasedBy: null, error: null,
  });
}

/** Leaves word for the applicant, if there is one, in the transaction of what happened. `key` names it within the dossier. */
export async function tell(open: Pick<OpenDossier, 'tx' | 'row' | 'now'> & { told?: number }, kind: NewsKind, key: string, facts: Data = {}): Promise<void> {
  const { tx, row, now } = open;
  const { applicantAccount: recipient } = row;
  if (recipient === null) return;
  open.told = (open.told ?? 0) + 1;
  await tx.outbox.insert({
    id: rowId(row.id, key), dossierId: row.id, kind, recipient, payload: { ...newsFacts(row), ...facts },
    status: 'open', createdAt: now, place: placeOf(row, open.told), runAt: now, deliveredAt: null, attempts: 0, fence: 0, leasedBy: null, error: null,
  });
}
