import { newsFacts, placeOf } from '../../runtime/news.ts';
import type { Call, Hands } from '../../runtime/connector.ts';

/** Leaves a notice of the package for the applicant, if there is one, once however often the call is tried. What the step was given can be named in its text. */
export async function leaveNotice(call: Call, kind: string, { tx, now }: Hands): Promise<void> {
  const { applicantAccount: recipient } = call.dossier;
  if (recipient === null) return;
  await tx.outbox.insertIfAbsent({
    id: `N-${call.key}`.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, 64), dossierId: call.dossier.id, kind, recipient,
    payload: { ...call.inputs, ...newsFacts(call.dossier) }, status: 'open', createdAt: now, place: placeOf(call.dossier, 0), runAt: now, deliveredAt: null, attempts: 0, fence: 0, leasedBy: null, error: null,
  });
}
