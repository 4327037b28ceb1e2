import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Failure } from '../../server/api/incident.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { refresh } from '../shell/live.ts';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';
import { failureWords } from './failure-words.ts';

interface Facts extends Readonly<Record<string, string | number>> {
  readonly procedure: string;
  readonly what: string;
  readonly count: number;
}

/** Gives up what the machine could not do, with a reason. */
export const SkipFailureDialog = ({ failure: { id: failureId, kind }, facts, onClose }: { failure: Failure; facts: Facts; onClose: () => void }) => {
  const text = useText();
  const client = useQueryClient();
  const id = useId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const words = failureWords[kind];
  const skip = useAct(async (key) => {
    await call('POST /api/failures/:failure/skip', { params: { failure: failureId }, body: { reason }, key });
    onClose();
    await refresh(client);
  });
  const send = () => {
    setTried(true);
    if (!missing) skip.run();
  };
  return (
    <Dialog open title={text(words.skipTitle, facts)} onClose={onClose} actions={<><Button kind="danger" busy={skip.busy} onClick={send}>{text(words.skipNow)}</Button><Button onClick={onClose}>{text('incidentLeaveBe')}</Button></>}>
      <p>{text(words.skipHint, facts)}</p>
      <TextArea id={`${id}-reason`} rows={2} label={text('incidentReason')} hint={text('startReasonHint')} error={tried && missing ? text('incidentReasonMissing') : undefined} value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      {skip.problem && <ActProblem problem={skip.problem} />}
    </Dialog>
  );
};
