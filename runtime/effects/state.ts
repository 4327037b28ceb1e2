import type { OpenDossier } from '../open-dossier.ts';
import { rowId } from '../row-id.ts';
import type { Carry } from './effects.ts';

export const changeState: Carry<'dossier.state'> = (open, effect) => setNationalState(open, effect.state, effect.key);

/** The dossier's national state (1–10); the applicant is told when it changes. `key` names this change within the dossier. */
export async function setNationalState(open: OpenDossier, state: number, key: string): Promise<void> {
  if (open.row.state === state) return;
  open.row = { ...open.row, state };
  await open.tx.outbox.insert({
    id: rowId(open.row.id, key), dossierId: open.row.id, kind: 'state', recipient: open.row.applicantAccount,
    payload: { code: open.row.code, state }, status: 'open', createdAt: open.now, runAt: open.now, deliveredAt: null,
    attempts: 0, fence: 0, leasedBy: null, error: null,
  });
}
