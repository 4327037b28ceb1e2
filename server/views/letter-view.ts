import type { Transaction } from '../../storage/store.ts';
import type { Where } from '../../storage/table.ts';
import type { LetterRow } from '../../storage/tables/letters.ts';
import type { PaymentRow } from '../../storage/tables/payments.ts';
import type { LetterView } from '../api/letter.ts';
import { signatureView } from '../letters/signed.ts';
import type { Folder } from './folder.ts';

/**
 * The letters of a dossier that whoever applied may see: part of the query, never a check after it. What is for inside is never theirs;
 * a result is handed over when the fee that it costs is paid, not before.
 */
export const forApplicant = (payments: readonly Pick<PaymentRow, 'status'>[]): Where<LetterRow> =>
  ({ purpose: { in: payments.some(({ status }) => status === 'pending') ? ['along-the-way'] : ['result', 'along-the-way'] } });

/** In the order in which they were issued. */
export const lettersForApplicant = (tx: Transaction, dossierId: string, payments: readonly Pick<PaymentRow, 'status'>[]): Promise<LetterRow[]> =>
  tx.letters.find({ dossierId, ...forApplicant(payments) }, { order: [['issuedAt', 'asc']] });

export const letterView = ({ pack, dossier }: Pick<Folder, 'pack' | 'dossier'>, row: LetterRow): LetterView => ({
  id: row.id, key: row.letter, name: row.title, number: row.number, issuedAt: row.issuedAt, purpose: row.purpose,
  verifyCode: row.verifyCode, sha256: row.sha256, size: row.size, signature: signatureView(pack, dossier.data, row),
});
