import type { Connector } from '../../runtime/connector.ts';

/** `notify { event }`: leaves a notice for the applicant in the outbox, together with the step's completion. Answers `{ notified, at }`. */
export const notify: Connector = {
  kind: 'transactional',
  async within(call, { tx, now }) {
    const event = typeof call.inputs['event'] === 'string' ? call.inputs['event'] : 'news';
    const id = `N-${call.key}`.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, 64);
    await tx.outbox.insertIfAbsent({
      id, dossierId: call.dossier.id, kind: event, recipient: call.dossier.applicantAccount, payload: { code: call.dossier.code, ...call.inputs },
      status: 'open', createdAt: now, runAt: now, deliveredAt: null, attempts: 0, fence: 0, leasedBy: null, error: null,
    });
    return { done: { notified: call.dossier.applicantAccount, at: now } };
  },
};
