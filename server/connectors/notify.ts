import type { Connector } from '../../runtime/connector.ts';
import { leaveNotice } from './leave-notice.ts';

/** `notify { event }`: leaves the notice of that name for the applicant, together with the step's completion. Answers `{ notified, at }`. */
export const notify: Connector = {
  kind: 'transactional',
  async within(call, hands) {
    const { event } = call.inputs;
    if (typeof event !== 'string') return { failed: `expected the name of a notice, but the step says ${JSON.stringify(event ?? null)}`, code: 'notice-unknown' };
    await leaveNotice(call, event, hands);
    return { done: { notified: call.dossier.applicantAccount, at: hands.now } };
  },
};
