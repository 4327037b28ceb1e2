import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { MoneyCase, Settle } from '../../server/api/money.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { money } from '../../ui/format.ts';
import { useAct } from '../../ui/use-act.ts';
import { refresh } from '../shell/live.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';

export type Act = Settle['act'];
const titles = { refund: 'moneyRefundTitle', keep: 'moneyKeepTitle', lower: 'moneyLowerTitle', aside: 'moneyAsideTitle' } as const;
const hints = { keep: 'moneyKeepHint', lower: 'moneyLowerHint', aside: 'moneyAsideHint' } as const;
/** `75.000`, `75 000 đ` and `75000` are the same amount. */
const amountIn = (typed: string): number => Number(/^\s*[\d\s.,]+(đ|đồng)?\s*$/i.test(typed) ? typed.replaceAll(/\D/g, '') : '');

/** Settles something of a payment: what is asked for depends on what is done. */
export const SettleDialog = ({ of, act, byProvider, today, onClose }: { of: MoneyCase; act: Act; byProvider: boolean; today: string; onClose: () => void }) => {
  const text = useText();
  const client = useQueryClient();
  const id = useId();
  const most = act === 'lower' ? of.fees : of.free;
  const [typed, setTyped] = useState(money(most).replace(' đ', ''));
  const [way, setWay] = useState<'provider' | 'hand'>(byProvider ? 'provider' : 'hand');
  const [document, setDocument] = useState('');
  const [day, setDay] = useState(today);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const amount = amountIn(typed);
  const withAmount = act === 'refund' || act === 'lower';
  const withDocument = act === 'lower' || (act === 'refund' && way === 'hand');
  const wrong = {
    amount: withAmount && !(Number.isSafeInteger(amount) && amount >= 1 && amount <= most), document: withDocument && document.trim() === '',
    day: act === 'refund' && way === 'hand' && (!isDay(day) || day > today), note: note.trim() === '',
  };
  const bodyOf = (): Settle => {
    const said = { note: note.trim() };
    if (act === 'refund') return way === 'hand' ? { act, way, amount, document: document.trim(), day, ...said } : { act, way, amount, ...said };
    return act === 'lower' ? { act, amount, document: document.trim(), ...said } : { act, ...said };
  };
  const send = useAct(async (key) => {
    await call('POST /api/desk/money/:id', { params: { id: of.payment }, body: bodyOf(), key });
    onClose();
    await refresh(client);
  });
  const press = () => {
    setTried(true);
    if (!Object.values(wrong).includes(true)) send.run();
  };
  const error = (isWrong: boolean, message: string) => (tried && isWrong ? message : undefined);
  return (
    <Dialog open title={text(titles[act], { code: of.code })} onClose={onClose} actions={<><Button kind="main" busy={send.busy} onClick={press}>{text(`moneyDo_${act}`, { amount: money(amount || 0) })}</Button><Button onClick={onClose}>{text('moneyLeave')}</Button></>}>
      {act !== 'refund' && <p>{text(hints[act], { code: of.code })}</p>}
      {act === 'refund' && byProvider && <Choices id={`${id}-way`} legend={text('moneyWay')} value={way} choices={(['provider', 'hand'] as const).map((one) => ({ value: one, label: text(`moneyWay_${one}`), hint: text(`moneyWayHint_${one}`) }))} onChange={setWay} />}
      {act === 'refund' && !byProvider && <p>{text('moneyWayHint_hand')}</p>}
      {withAmount && <TextField id={`${id}-amount`} inputMode="numeric" label={text('moneyAmount')} error={error(wrong.amount, text('moneyAmountWrong', { most: money(most) }))} value={typed} onChange={(event) => setTyped(event.target.value)} />}
      {withDocument && <TextField id={`${id}-document`} label={text('moneyDocument')} error={error(wrong.document, text('moneyDocumentMissing'))} value={document} maxLength={200} onChange={(event) => setDocument(event.target.value.normalize('NFC'))} />}
      {act === 'refund' && way === 'hand' && <DateField id={`${id}-day`} label={text('moneyDay')} error={error(wrong.day, text('moneyDayWrong'))} value={day} onChange={setDay} />}
      <TextArea id={`${id}-note`} rows={2} label={text('moneyNote')} hint={text('moneyNoteHint')} error={error(wrong.note, text('moneyNoteMissing'))} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
      {send.problem && <ActProblem problem={send.problem} />}
    </Dialog>
  );
};
