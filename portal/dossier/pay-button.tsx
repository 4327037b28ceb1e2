import type { PaymentView } from '../../server/api/fee.ts';
import { call } from '../../ui/api.ts';
import { inHere } from '../../ui/base.ts';
import { Button } from '../../ui/button.tsx';
import { money } from '../../ui/format.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useAct } from '../../ui/use-act.ts';
import { leaveToPay } from './paying.ts';
import { useText } from './words.ts';

/** Leads to the provider's own page; the citizen comes back to the dossier. */
export const PayButton = ({ payment }: { payment: PaymentView }) => {
  const text = useText();
  const act = useAct(async () => {
    const { url } = await call('POST /api/payments/:id/start', { params: { id: payment.id } });
    leaveToPay(payment.id);
    location.assign(inHere(url));
  });
  return (
    <>
      {payment.state === 'failed' && <p>{text('paymentFailed')}</p>}
      <Button kind="main" busy={act.busy} onClick={() => act.run()}>{text('pay', { amount: money(payment.fee.total) })}</Button>
      {act.problem && <ProblemView error={act.problem} />}
    </>
  );
};
