import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { money } from '../../ui/format.ts';
import { useAct } from '../../ui/use-act.ts';
import { refresh } from '../shell/live.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';

/** A refund is not approved, or asked of the provider no longer: always with a reason. */
export const EndRefund = ({ refund: { id: refund, amount }, decision, onClose }: { refund: { readonly id: string; readonly amount: number }; decision: 'decline' | 'abandon'; onClose: () => void }) => {
  const text = useText();
  const client = useQueryClient();
  const id = useId();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const send = useAct(async (key) => {
    await call('POST /api/desk/refunds/:id', { params: { id: refund }, body: { decision, note: note.trim() }, key });
    onClose();
    await refresh(client);
  });
  const press = () => {
    setTried(true);
    if (note.trim() !== '') send.run();
  };
  return (
    <Dialog open title={text(decision === 'decline' ? 'moneyDeclineTitle' : 'moneyAbandonTitle', { amount: money(amount) })} onClose={onClose} actions={<><Button kind="main" busy={send.busy} onClick={press}>{text(`moneyDo_${decision}`)}</Button><Button onClick={onClose}>{text('moneyLeave')}</Button></>}>
      {decision === 'abandon' && <p>{text('moneyAbandonHint')}</p>}
      <TextArea id={`${id}-note`} rows={2} label={text('moneyNote')} hint={text('moneyNoteHint')} error={tried && note.trim() === '' ? text('moneyNoteMissing') : undefined} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
      {send.problem && <ActProblem problem={send.problem} />}
    </Dialog>
  );
};
