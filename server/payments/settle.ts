import { officeDate } from '../../engine/calendar/office-day.ts';
import type { Beside } from '../../runtime/beside.ts';
import type { Deed } from '../../runtime/open-dossier.ts';
import type { Transaction } from '../../storage/store.ts';
import type { MoneyDetail, MoneyEntryRow, PaymentRow } from '../../storage/tables/payments.ts';
import { settingsOf } from '../../storage/tables/unit-settings.ts';
import type { LocalText } from '../api/shape.ts';
import type { Settle } from '../api/money.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Services } from '../services.ts';
import { accountOf, type MoneyAccount } from './account.ts';
import { giveBack } from './give-back.ts';

export interface Desk { readonly services: Pick<Services, 'newId' | 'payments'>; readonly tx: Transaction; readonly beside: Beside; readonly actor: string; readonly at: string }

/** Settles something of a payment, in the transaction that holds its dossier. Throws a problem when the money is not there for it. */
export async function settle(desk: Desk, payment: PaymentRow, act: Settle): Promise<void> {
  const account = await accountOf(desk.tx, payment);
  const note = act.note.trim();
  switch (act.act) {
    case 'keep': {
      const amount = countable(payment, account);
      if (amount === 0) throw refused('/act', { vi: 'Số tiền đã nhận chưa đủ, hoặc phí đã có.', en: 'What came is not enough, or the fee is there already.' });
      await enter(desk, payment, { kind: 'kept', deed: 'money.kept', amount, detail: { note } });
      return desk.beside.tell('money-kept', `kept ${desk.services.newId()}`, { amount });
    }
    case 'lower': {
      if (act.amount > account.fees) throw refused('/amount', { vi: 'Không quá số phí đã thu.', en: 'No more than the fee that was taken.' });
      await enter(desk, payment, { kind: 'lowered', deed: 'fee.lowered', amount: act.amount, detail: { note, document: act.document.trim() } });
      return account.owed < 0 ? undefined : desk.beside.tell('refund-owed', `owed ${desk.services.newId()}`, { amount: act.amount });
    }
    case 'aside': {
      if (account.strange.length === 0) throw refused('/act', { vi: 'Không có khoản nào như vậy.', en: 'There is nothing of the kind.' });
      return void (await enter(desk, payment, { kind: 'aside', deed: 'money.aside', amount: 0, detail: { note, events: account.strange.map(({ id }) => id) } }));
    }
    case 'refund': {
      if (act.amount > account.free) throw refused('/amount', { vi: 'Không quá số tiền còn phải hoàn.', en: 'No more than what is still to be given back.' });
      if (act.way === 'provider' && desk.services.payments?.refund === undefined) throw refused('/way', noRefund);
      if (act.way === 'hand' && act.day > officeDate(desk.at)) throw refused('/day', { vi: 'Ngày hoàn tiền không ở sau hôm nay.', en: 'The day cannot be after today.' });
      const { unitId, procedureKey } = desk.beside.dossier;
      const two = (await settingsOf(desk.tx, unitId, procedureKey, desk.at)).get('refundByTwo') === true;
      const detail: MoneyDetail = { note, two, way: act.way, ...(act.way === 'hand' && { document: act.document.trim(), day: act.day }) };
      const asked = await enter(desk, payment, { kind: 'asked', deed: 'refund.asked', amount: act.amount, refund: desk.services.newId(), detail });
      return two ? undefined : giveBack(desk, payment, asked);
    }
  }
}

/** How much of what came would make the fee full; nothing when it is not enough. */
export function countable({ amount, status }: Pick<PaymentRow, 'amount' | 'status'>, { fees, free, entries }: MoneyAccount): number {
  const lacking = amount - fees;
  // What is not due any more is not due again.
  const isDue = lacking > 0 && status !== 'refunded' && !entries.some(({ kind }) => kind === 'lowered');
  return isDue && free >= lacking ? lacking : 0;
}

interface Said { readonly kind: MoneyEntryRow['kind']; readonly deed: Deed; readonly amount: number; readonly refund?: string; readonly detail: MoneyDetail }

/** Writes what a person decided, and the journal's entry of it. */
export async function enter({ services, tx, beside, actor, at }: Desk, payment: PaymentRow, { kind, deed, amount, refund = '', detail }: Said): Promise<MoneyEntryRow> {
  const row: MoneyEntryRow = { id: services.newId(), dossierId: payment.dossierId, paymentId: payment.id, kind, refund: refund || null, amount, at, actor, detail };
  await tx.moneyEntries.insert(row);
  await beside.note({ kind: deed, actor, about: { payment: payment.id, refund: row.refund, amount, way: detail.way ?? null, document: detail.document ?? null, ...(detail.note && { reason: detail.note }) } });
  return row;
}

export const refused = (path: string, detail: LocalText): ProblemError => new ProblemError('rejected', { detail, errors: [{ path, message: detail.vi }] });

const noRefund = {
  vi: 'Cổng thanh toán không cho hoàn tiền qua hệ thống này; hãy hoàn theo cách khác.',
  en: 'The payment provider does not offer refunds here; please give it back in another way.',
};
