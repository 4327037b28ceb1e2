import type { LetterRow } from '../../storage/tables/letters.ts';
import type { PaymentRow } from '../../storage/tables/payments.ts';
import type { LetterView } from '../api/letter.ts';

/** Papers along the way (Thông tư 03/2025/TT-VPCP, Mẫu 01–07); any other letter is a result. */
const alongTheWay = new Set(['receipt', 'consultation-request', 'supplement-request', 'supplement', 'refusal-to-receive', 'apology', 'stop', 'control-sheet', 'register']);

export const isResult = (letter: string): boolean => !alongTheWay.has(letter);

/** A result is handed over when the fee that it costs is paid, not before. */
export const isWithheld = ({ letter }: Pick<LetterRow, 'letter'>, payments: readonly Pick<PaymentRow, 'status'>[]): boolean =>
  isResult(letter) && payments.some(({ status }) => status === 'pending');

export const letterView = (row: LetterRow): LetterView => ({
  id: row.id, key: row.letter, name: row.title, number: row.number, issuedAt: row.issuedAt, result: isResult(row.letter),
  verifyCode: row.verifyCode, sha256: row.sha256, size: row.size,
});
