import type { Data } from '../engine/state.ts';
import { isObject } from '../forms/field-path.ts';
import type { NewsKind } from '../procedures/news.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import type { OpenDossier } from './open-dossier.ts';
import { rowId } from './row-id.ts';

/** What a notice may name, as it stands at that moment: a later change never rewrites what was said. */
export function newsFacts({ code, dueAt, data }: DossierRow): Data {
  const { delivery } = isObject(data['filing']) ? data['filing'] : {};
  return { code, due: dueAt, delivery: isObject(delivery) && typeof delivery['method'] === 'string' ? delivery['method'] : null };
}

/** Leaves word for the applicant, if there is one, in the transaction of what happened. `key` names it within the dossier. */
export async function tell({ tx, row, now }: Pick<OpenDossier, 'tx' | 'row' | 'now'>, kind: NewsKind, key: string, facts: Data = {}): Promise<void> {
  const { applicantAccount: recipient } = row;
  if (recipient === null) return;
  await tx.outbox.insert({
    id: rowId(row.id, key), dossierId: row.id, kind, recipient, payload: { ...newsFacts(row), ...facts },
    status: 'open', createdAt: now, runAt: now, deliveredAt: null, attempts: 0, fence: 0, leasedBy: null, error: null,
  });
}
