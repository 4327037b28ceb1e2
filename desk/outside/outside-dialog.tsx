import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { OutsideJob } from '../../server/api/outside-work.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { objectIn } from '../incidents/typed-value.ts';
import { refresh } from '../shell/live.ts';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';

const words = {
  release: { title: 'outsideReleaseTitle', hint: 'outsideReleaseHint', now: 'outsideReleaseNow' },
  complete: { title: 'outsideDoTitle', hint: 'outsideDoHint', now: 'outsideDoNow' },
  fail: { title: 'outsideFailTitle', hint: 'outsideFailHint', now: 'outsideFailNow' },
} as const;

/** Has such a step given out again, records it as done with its result, or takes the way of an error; always with a reason. */
export const OutsideDialog = ({ job, act, onClose }: { job: OutsideJob; act: keyof typeof words; onClose: () => void }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const id = useId();
  const [reason, setReason] = useState('');
  const [given, setGiven] = useState('');
  const [error, setError] = useState(job.errors.codes.length === 1 ? job.errors.codes[0]! : '');
  const [tried, setTried] = useState(false);
  const data = given.trim() === '' ? undefined : objectIn(given);
  const isWay = job.errors.codes.includes(error.trim()) || (job.errors.any && error.trim() !== '');
  const wrong = { reason: reason.trim() === '', given: act === 'complete' && data === null, error: act === 'fail' && !isWay };
  const send = useAct(async (key) => {
    const about = { params: { id: job.id }, key };
    const calls = {
      release: () => call('POST /api/outside-work/:id/release', { ...about, body: { reason } }),
      complete: () => call('POST /api/outside-work/:id/complete', { ...about, body: { reason, ...(data && { data }) } }),
      fail: () => call('POST /api/outside-work/:id/fail', { ...about, body: { reason, error: error.trim() } }),
    };
    await calls[act]();
    onClose();
    await refresh(client);
  });
  const press = () => {
    setTried(true);
    if (!wrong.reason && !wrong.given && !wrong.error) send.run();
  };
  const { title, hint, now } = words[act];
  return (
    <Dialog open title={text(title, { step: pick(job.step, language) })} onClose={onClose} actions={<><Button kind="main" busy={send.busy} onClick={press}>{text(now)}</Button><Button onClick={onClose}>{text('incidentLeaveBe')}</Button></>}>
      <p>{text(hint)}</p>
      {act === 'complete' && <TextArea id={`${id}-given`} rows={3} label={text('outsideAnswer')} hint={text('outsideAnswerHint')} optional spellCheck={false} error={tried && wrong.given ? text('incidentGivenWrong') : undefined} value={given} onChange={(event) => setGiven(event.target.value)} />}
      {act === 'fail' && (
        <>
          <TextField id={`${id}-error`} label={text('outsideErrorCode')} hint={text(job.errors.any ? 'outsideErrorAny' : 'outsideErrorCodes', { codes: job.errors.codes.join(', ') })} error={tried && wrong.error ? text('outsideErrorWrong') : undefined} list={`${id}-codes`} value={error} maxLength={200} spellCheck={false} onChange={(event) => setError(event.target.value)} />
          <datalist id={`${id}-codes`}>{job.errors.codes.map((code) => <option key={code} value={code}>{code}</option>)}</datalist>
        </>
      )}
      <TextArea id={`${id}-reason`} rows={2} label={text('incidentReason')} hint={text('incidentReasonHint')} error={tried && wrong.reason ? text('incidentReasonMissing') : undefined} value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      {send.problem && <ActProblem problem={send.problem} />}
    </Dialog>
  );
};
