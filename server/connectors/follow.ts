import type { Connector } from '../../runtime/connector.ts';

/**
 * `follow { code }`: the applicant hears from now on what becomes of another dossier of the same procedure and unit, which reported the same before.
 * Answers `{ code }`. The error `no-such-dossier` where there is none of that code that others can follow, or it is this one.
 */
export const follow: Connector = {
  kind: 'transactional',
  async within({ dossier, inputs, at }, { tx }) {
    const code = typeof inputs['code'] === 'string' ? inputs['code'].trim() : '';
    const other = await tx.dossiers.first({ code, procedureKey: dossier.procedureKey, unitId: dossier.unitId });
    const spot = other && other.id !== dossier.id ? await tx.spots.first({ dossierId: other.id }) : undefined;
    if (other === undefined || spot === undefined) return { error: 'no-such-dossier', message: `expected the code of another dossier of ${dossier.procedureKey}, but there is none: ${JSON.stringify(code)}` };
    const accountId = dossier.applicantAccount;
    if (accountId !== null && accountId !== other.applicantAccount) await tx.followers.insertIfAbsent({ spotId: spot.id, accountId, at, seenState: other.state });
    return { done: { code } };
  },
};
