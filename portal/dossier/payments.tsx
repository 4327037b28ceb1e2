import type { DossierView } from '../../server/api/dossier.ts';
import { dateTime } from '../../ui/format.ts';
import { State, type StateTone } from '../../ui/state.tsx';
import { useText } from './words.ts';
import { FeeTable } from './fee-table.tsx';

const tones: Record<DossierView['payments'][number]['state'], StateTone> = { pending: 'waiting', paid: 'done', failed: 'late', waived: 'done', refunded: 'ended' };

export const Payments = ({ payments }: { payments: DossierView['payments'] }) => {
  const text = useText();
  if (payments.length === 0) return null;
  return (
    <section>
      <h2>{text('fees')}</h2>
      {payments.map(({ id, fee, state, paidAt, receiptNo }) => (
        <div key={id}>
          <FeeTable fee={fee} />
          <p>
            <State tone={tones[state]} word={text(`payment_${state}`)} />
            {paidAt && <span className="small"> · {dateTime(paidAt)}</span>}
            {receiptNo && <span className="small"> · {text('receiptNo', { number: receiptNo })}</span>}
          </p>
        </div>
      ))}
    </section>
  );
};
