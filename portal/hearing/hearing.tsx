import { useState, type FormEvent } from 'react';
import type { MessageChoice } from '../../server/api/message-choice.ts';
import { call } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary, type PageError } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { isProblem } from '../../ui/problem.ts';
import { PushPanel } from '../../ui/push/push-panel.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { SignedIn } from '../account/signed-in.tsx';
import { Load } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from './words.ts';

type Way = 'portal' | 'sms' | 'zalo';

const Choose = ({ chosen }: { chosen: MessageChoice }) => {
  const text = useText();
  const [way, setWay] = useState<Way>(chosen.channel ?? 'portal');
  const [phone, setPhone] = useState(chosen.phone ?? '');
  const [errors, setErrors] = useState<PageError[]>([]);
  const [saved, setSaved] = useState(false);
  const save = useAct(async () => {
    try {
      await call('PUT /api/account/messages', { body: way === 'portal' ? { channel: null } : { channel: way, phone, consent: true } });
      setSaved(true);
    } catch (error) {
      if (isProblem(error, 'invalid')) setErrors(error.errors.map(({ message }) => ({ id: 'hearing-phone', message })));
      throw error;
    }
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = way !== 'portal' && phone.trim().length < 9 ? [{ id: 'hearing-phone', message: text('hearingPhoneMissing') }] : [];
    setErrors(missing);
    setSaved(false);
    if (missing.length === 0) save.run();
  };
  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      {save.problem && errors.length === 0 && <ProblemView error={save.problem} />}
      {saved && <Notice title={text('hearingSaved')} />}
      <Choices id="hearing-way" legend={text('hearingWay')} value={way} onChange={setWay} choices={(['portal', 'sms', 'zalo'] as const).map((value) => ({ value, label: text(`hearingWay_${value}`) }))} />
      {way !== 'portal' && (
        <>
          <TextField id="hearing-phone" label={text('hearingPhone')} hint={text('hearingPhoneHint')} error={errors[0]?.message} type="tel" autoComplete="tel" maxLength={20} value={phone} onChange={(event) => setPhone(event.target.value)} />
          <p>{text('hearingConsent')}</p>
        </>
      )}
      <Button kind="main" type="submit" busy={save.busy}>{text(way === 'portal' ? 'hearingSave' : 'hearingAgree')}</Button>
    </form>
  );
};

const Mine = () => {
  const text = useText();
  const choice = useResource('GET /api/account/messages', {});
  return (
    <Page title={text('hearingTitle')} back={<BackLink href="/dossiers" label={text('hearingBack')} />}>
      <p>{text('hearingLead')}</p>
      <PushPanel lead={text('hearingPush')} />
      <h2>{text('hearingMessages')}</h2>
      <Load of={choice}>{(chosen) => (chosen.offered ? <Choose chosen={chosen} /> : <EmptyState title={text('hearingNone')}><p>{text('hearingNoneHint')}</p></EmptyState>)}</Load>
    </Page>
  );
};

/** Whether a citizen hears of their dossiers on this device, by SMS or Zalo too, and on which phone. */
export const Hearing = () => <SignedIn>{() => <Mine />}</SignedIn>;
