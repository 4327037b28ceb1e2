import type { DossierView } from '../../server/api/dossier.ts';
import { money } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { isOver } from './state-words.ts';
import { PayButton } from './pay-button.tsx';
import { useText } from './words.ts';

/** On top of a dossier while something is to be paid: how much, and the button that leads to the bank. */
export const PayCard = ({ dossier: { payments, state } }: { dossier: DossierView }) => {
  const text = useText();
  const due = isOver(state) ? undefined : payments.find((payment) => payment.state === 'pending' || payment.state === 'failed');
  if (!due) return null;
  return (
    <Notice kind="soon" title={text('payTitle', { amount: money(due.fee.total) })}>
      <p>{text('payHint')}</p>
      <PayButton payment={due} />
    </Notice>
  );
};
