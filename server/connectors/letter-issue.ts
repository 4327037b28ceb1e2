import { randomBytes } from 'node:crypto';
import type { Data, Json } from '../../engine/state.ts';
import type { LetterPurpose } from '../../procedures/procedure.ts';
import type { Call, Connector } from '../../runtime/connector.ts';
import { fillPaper } from '../letters/make.ts';
import type { Services } from '../services.ts';
import { openFolder } from '../views/folder.ts';
import { leaveNotice } from './leave-notice.ts';

/** 130 random bits in letters that are hard to mistake when read aloud. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const newVerifyCode = (): string => [...randomBytes(26)].map((byte) => alphabet[byte % 32]).join('');

/**
 * `letter.issue { letter, number?, notice?, … }`: sets the paper as PDF, keeps its bytes, and writes its row together with the
 * step's completion, and the notice of that name if one goes with it. Answers `{ letter, number, issuedAt }`. A letter without a number of a register carries the dossier's code.
 */
export function letterIssue(services: Pick<Services, 'store' | 'library' | 'files' | 'configuration' | 'now'>): Connector {
  return {
    kind: 'external',
    async call(call) {
      const letter = textOf(call.inputs['letter']);
      const issuedAt = services.now();
      const code = newVerifyCode();
      const number = textOf(call.inputs['number']) || `${call.dossier.code}/${abbreviation(letter)}`;
      const paper = await services.store.read(async (tx) => fillPaper(tx, services, await openFolder(tx, services, call.dossier, issuedAt), letter, { inputs: call.inputs, number, issuedAt, code }));
      if (paper === undefined) return { failed: `expected a letter of the package, but the step asks for "${letter}"`, code: 'letter-unknown' };
      const blob = await services.files.put([await paper.render()]);
      return { done: { ...blob, title: { ...paper.title }, capacity: paper.capacity, purpose: paper.purpose, letter, number, issuedAt, code } };
    },
    async within(call, done, hands) {
      const made = done as Data;
      const id = idOf(call);
      await hands.tx.letters.insertIfAbsent({
        id, dossierId: call.dossier.id, letter: textOf(made['letter']), title: made['title'] as { vi: string; en: string }, purpose: made['purpose'] as LetterPurpose, number: textOf(made['number']),
        sha256: textOf(made['sha256']), size: Number(made['size']), verifyCode: textOf(made['code']), issuedAt: textOf(made['issuedAt']), issuedBy: 'system',
        capacity: typeof made['capacity'] === 'string' ? made['capacity'] : null, node: call.node, revokedAt: null,
      });
      const notice = textOf(call.inputs['notice']);
      if (notice !== '') await leaveNotice(call, notice, hands);
      return { done: { letter: id, number: textOf(made['number']), issuedAt: textOf(made['issuedAt']) } };
    },
  };
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
/** "supplement-request" → "SR" */
const abbreviation = (letter: string): string => letter.split('-').map((word) => word.charAt(0).toUpperCase()).join('');
/** The same for every try of the call: the row is written once. */
const idOf = (call: Call): string => `L-${call.key}`.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, 64);
