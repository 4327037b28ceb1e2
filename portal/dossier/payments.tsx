import type { DossierView } from '../../server/api/dossier.ts';
import { date, dateTime, money } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { State, type StateTone } from '../../ui/state.tsx';
import { useText } from './words.ts';
import { FeeTable } from './fee-table.tsx';

const tones: Record<DossierView['payments'][number]['state'], StateTone> = { pending: 'waiting', paid: 'done', failed: 'late', waived: 'done', refunded: 'ended' };

type Payment = DossierView['payments'][number];

/** What is still to be given back, and each refund: how much, when and how. */
const Returned = ({ owed, refunds }: Pick<Payment, 'owed' | 'refunds'>) => {
  const text = useText();
  const onTheWay = refunds.filter(({ state }) => state !== 'made').reduce((sum, { amount }) => sum + amount, 0);
  return (
    <>
      {owed > onTheWay && <Notice kind="soon" title={text('owedTitle', { amount: money(owed - onTheWay) })}><p>{text('owedHint')}</p></Notice>}
      {refunds.length > 0 && (
        <ul className="small">
          {refunds.map(({ id, amount, way, state, madeOn, document }) => (
            <li key={id}>{madeOn !== null && state === 'made' ? text('refundMade', { amount: money(amount), day: date(madeOn), way: text(`refundWay_${way}`) }) : text('refundOnTheWay', { amount: money(amount) })}{document && ` ${text('refundDocument', { document })}`}</li>
          ))}
        </ul>
      )}
    </>
  );
};

export const Payments = ({ payments }: { payments: DossierView['payments'] }) => {
  const text = useText();
  if (payments.length === 0) return null;
  return (
    <section>
      <h2>{text('fees')}</h2>
      {payments.map(({ id, fee, state, paidAt, receiptNo, owed, refunds }) => (
        <div key={id}>
          <FeeTable fee={fee} />
          <p>
            <State tone={tones[state]} word={text(`payment_${state}`)} />
            {paidAt && <span className="small"> · {dateTime(paidAt)}</span>}
            {receiptNo && <span className="small"> · {text('receiptNo', { number: receiptNo })}</span>}
          </p>
          <Returned owed={owed} refunds={refunds} />
        </div>
      ))}
    </section>
  );
};
