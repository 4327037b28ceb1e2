import type { Transaction } from '../../storage/store.ts';
import type { PaymentRow } from '../../storage/tables/payments.ts';
import type { Due } from './provider.ts';

/** A payment as its provider sees it: what is asked for, under which dossier's code, and where the payer comes back to. */
export async function dueOf(tx: Transaction, { reference, amount, dossierId }: PaymentRow, publicUrl: string): Promise<Due> {
  const dossier = await tx.dossiers.first({ id: dossierId });
  return { reference, amount, code: dossier?.code ?? reference, back: `${publicUrl}/dossiers/${dossierId}` };
}
