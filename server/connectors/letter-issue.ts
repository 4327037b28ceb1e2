import { randomBytes } from 'node:crypto';
import type { Data, Json } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import { preparedPaper } from '../../procedures/letters/prepared.ts';
import type { LetterPurpose } from '../../procedures/procedure.ts';
import type { Call, Connector, Hands, Outcome } from '../../runtime/connector.ts';
import { fillPaper } from '../letters/make.ts';
import { isSignedDigitally, noService, noteOfHand, signOnce, systemsToSign, unsigned, type Signing } from '../letters/sign-paper.ts';
import type { Services } from '../services.ts';
import { signedByHand } from '../views/usual-notices.ts';
import { openFolder } from '../views/folder.ts';
import { leaveNotice } from './leave-notice.ts';

/** 130 random bits in letters that are hard to mistake when read aloud. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const newVerifyCode = (): string => [...randomBytes(26)].map((byte) => alphabet[byte % 32]).join('');

/**
 * `letter.issue { letter, number?, notice?, sign?, byHand?, … }`: sets the paper as PDF, keeps its bytes, and writes its row together with the
 * step's completion, and the notice of that name if one goes with it. A letter without a number of a register carries the dossier's code.
 * With `sign: true` the service for signatures signs it before it is issued; what was signed with a pen says why in `byHand` instead.
 * Answers `{ letter, number, issuedAt, byHand, signed }` (docs/letters.md).
 */
export function letterIssue(services: Pick<Services, 'store' | 'library' | 'files' | 'configuration' | 'now' | 'signing'>): Connector {
  const signing: Signing = { publicUrl: services.configuration.publicUrl, systems: systemsToSign(services), files: services.files, now: services.now, description: services.signing, turns: new Map() };
  return {
    kind: 'external',
    async call(call, signal) {
      const prepared = preparedPaper(call.inputs);
      if (prepared !== undefined) return { failed: prepared, code: 'letter-prepared' };
      const digital = isSignedDigitally(call.inputs);
      const far = digital ? (noService(signing) ?? (await signOnce(signing, call, signal))) : undefined;
      if (far !== undefined) return far;
      const letter = textOf(call.inputs['letter']);
      const issuedAt = services.now();
      const code = newVerifyCode();
      const number = textOf(call.inputs['number']) || `${call.dossier.code}/${abbreviation(letter)}`;
      const paper = await services.store.read(async (tx) => fillPaper(tx, services, await openFolder(tx, services, call.dossier, issuedAt), letter, { inputs: call.inputs, number, issuedAt, code }));
      if (paper === undefined) return { failed: `expected a letter of the package, but the step asks for "${letter}"`, code: 'letter-unknown' };
      const pdf = await paper.render();
      const made = { title: { ...paper.title }, name: paper.title.vi, capacity: paper.capacity, purpose: paper.purpose, key: letter, number, issuedAt, code };
      if (!digital) return { done: { ...made, ...(await services.files.put([pdf])) } };
      if (paper.signer === null) return { failed: `expected somebody to have signed the dossier before the letter "${letter}" is signed digitally, but nobody has`, code: 'signer-unknown' };
      return unsigned(signing, pdf, made, paper.signer);
    },
    within: keepLetter,
  };
}

/** Writes the row of a letter whose bytes are kept, `made`, and leaves the notice that goes with it. */
export async function keepLetter(call: Call, done: Json, hands: Hands): Promise<Outcome> {
  const made = done as Data;
  const id = idOf(call);
  await hands.tx.letters.insertIfAbsent({
    id, dossierId: call.dossier.id, letter: textOf(made['key']), title: made['title'] as { vi: string; en: string }, purpose: made['purpose'] as LetterPurpose, number: textOf(made['number']),
    sha256: textOf(made['sha256']), size: Number(made['size']), verifyCode: textOf(made['code']), issuedAt: textOf(made['issuedAt']), issuedBy: 'system',
    capacity: typeof made['capacity'] === 'string' ? made['capacity'] : null, node: call.node, revokedAt: null,
  });
  const note = noteOfHand(call.inputs);
  const notice = textOf(call.inputs['notice']) || (note === '' ? '' : signedByHand);
  if (notice !== '') await leaveNotice(call, notice, hands);
  return { done: { letter: id, number: textOf(made['number']), issuedAt: textOf(made['issuedAt']), byHand: note !== '', signed: note !== '' ? { note } : isObject(made['signed']) ? made['signed'] : null } };
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
/** "supplement-request" → "SR" */
const abbreviation = (letter: string): string => letter.split('-').map((word) => word.charAt(0).toUpperCase()).join('');
/** The same for every try of the call: the row is written once. */
const idOf = (call: Call): string => `L-${call.key}`.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, 64);
