import { officeDate } from '../../engine/calendar/office-day.ts';
import type { Settle } from '../api/money.ts';
import { accountOf, keepState } from '../payments/account.ts';
import { decideRefund } from '../payments/decide-refund.ts';
import { receiveNotice } from '../payments/receive-notice.ts';
import { settle, type Desk } from '../payments/settle.ts';
import type { Services } from '../services.ts';
import { ward } from './units.ts';

type MoneyStep = { readonly transfer: number } | { readonly settle: Settle; readonly by: string } | { readonly approveRefund: true; readonly by: string };

/** The sample ward wants two people for a refund, as the page shows both. */
export const wantTwo = async ({ store, newId }: Pick<Services, 'store' | 'newId'>, at: string): Promise<void> =>
  store.transaction((tx) => tx.unitSettings.insert({ id: newId(), unitId: ward, procedureKey: null, name: 'refundByTwo', value: true, document: null, validFrom: '2025-07-01T00:00:00.000Z', createdAt: at, createdBy: 'account-lanhdao' }));

/** What comes of a fee beside what was asked for, and what the ward does about it, through the same commands as the page. */
export async function playMoney(services: Services, dossierId: string, step: MoneyStep): Promise<void> {
  const { store, runtime, bank, now } = services;
  if ('transfer' in step) {
    const payment = await store.read((tx) => tx.payments.first({ dossierId }));
    if (payment === undefined || bank === undefined) throw new Error('expected a payment of the sample’s dossier at the simulated bank, but there is none');
    const { body, headers } = bank.decide(payment.reference, step.transfer, true, now());
    await receiveNotice(services, bank.name, bank.read(body, headers)!);
    return;
  }
  await store.transaction((tx) => runtime.beside(tx, dossierId, async (beside) => {
    const payment = (await tx.payments.first({ dossierId }, { lock: 'wait' }))!;
    const desk: Desk = { services, tx, beside, actor: `account-${step.by}`, at: now() };
    if ('settle' in step) await settle(desk, payment, 'day' in step.settle ? { ...step.settle, day: officeDate(desk.at) } : step.settle);
    else {
      const { refunds } = await accountOf(tx, payment);
      await decideRefund(desk, payment, refunds.find(({ state }) => state === 'waits')!.asked.refund!, { decision: 'approve', note: '' });
    }
    await keepState(tx, payment, desk.at);
  }));
}
