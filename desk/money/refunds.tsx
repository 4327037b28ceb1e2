import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MoneyCase } from '../../server/api/money.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { date, dateTime, money } from '../../ui/format.ts';
import { State, type StateTone } from '../../ui/state.tsx';
import { useAct } from '../../ui/use-act.ts';
import { refresh } from '../shell/live.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';
import { EndRefund } from './end-refund.tsx';

type Refund = MoneyCase['refunds'][number];
const tones: Readonly<Record<Refund['state'], StateTone>> = { waits: 'waiting', sent: 'open', failed: 'late', made: 'done', declined: 'ended', abandoned: 'ended' };

/** The refunds of a payment, and what a second person or a failure at the provider leaves to do. */
export const Refunds = ({ of }: { of: MoneyCase }) => {
  const text = useText();
  if (of.refunds.length === 0) return null;
  return (
    <>
      <h4>{text('refunds')}</h4>
      <ul className="plain-list small">{of.refunds.map((refund) => <RefundRow key={refund.id} refund={refund} />)}</ul>
    </>
  );
};

const RefundRow = ({ refund }: { refund: Refund }) => {
  const text = useText();
  const client = useQueryClient();
  const [ending, setEnding] = useState<'decline' | 'abandon'>();
  const decide = useAct(async (key, decision: 'approve' | 'retry') => {
    await call('POST /api/desk/refunds/:id', { params: { id: refund.id }, body: { decision, note: '' }, key });
    await refresh(client);
  });
  const { amount, way, state, madeOn, document, by, askedAt } = refund;
  return (
    <li>
      <span className="money-line"><span>{text('refundOf', { amount: money(amount), way: text(`refundWay_${way}`) })}</span> <State tone={tones[state]} word={text(`refund_${state}`, { day: madeOn === null ? '' : date(madeOn) })} /></span>
      {by && <span className="muted">{text('refundAskedBy', { name: by.name, at: dateTime(askedAt) })}</span>}
      {document && <span className="muted">{text('refundDocument', { document })}</span>}
      {(state === 'waits' || state === 'failed') && (
        <span className="row">
          {state === 'waits' && refund.mine && <Button small kind="main" busy={decide.busy} onClick={() => decide.run('approve')}>{text('refundApprove')}</Button>}
          {state === 'waits' && <Button small onClick={() => setEnding('decline')}>{text('refundDecline')}</Button>}
          {state === 'failed' && <><Button small busy={decide.busy} onClick={() => decide.run('retry')}>{text('refundRetry')}</Button><Button small onClick={() => setEnding('abandon')}>{text('refundAbandon')}</Button></>}
        </span>
      )}
      {decide.problem && <ActProblem problem={decide.problem} />}
      {ending !== undefined && <EndRefund refund={refund} decision={ending} onClose={() => setEnding(undefined)} />}
    </li>
  );
};
