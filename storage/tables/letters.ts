import type { LetterPurpose } from '../../procedures/procedure.ts';
import { table } from '../table.ts';

/** A paper that was issued, or is drafted for signing. Its bytes are in the blob store under `sha256`. */
export interface LetterRow {
  readonly id: string;
  readonly dossierId: string;
  /** Template in the package's `letters/`. */
  readonly letter: string;
  readonly title: { readonly vi: string; readonly en: string };
  /** What it is to whoever applied, as the package said when it was issued. */
  readonly purpose: LetterPurpose;
  readonly number: string | null;
  readonly sha256: string;
  readonly size: number;
  /** At least 128 random bits: whoever has the paper may check it. */
  readonly verifyCode: string;
  readonly issuedAt: string;
  readonly issuedBy: string;
  /** How the signer signs, e.g. "KT. CHỦ TỊCH"; null when nobody signs. */
  readonly capacity: string | null;
  readonly node: string;
  readonly revokedAt: string | null;
}

export const letters = table<LetterRow>({
  name: 'letters',
  key: ['dossierId', 'id'],
  unique: [['id'], ['verifyCode']],
  columns: {
    id: 'text', dossierId: 'text', letter: 'text', title: 'json', purpose: 'text', number: 'text', sha256: 'text', size: 'integer', verifyCode: 'text',
    issuedAt: 'text', issuedBy: 'text', capacity: 'text', node: 'text', revokedAt: 'text',
  },
});
