import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { FailedStart } from '../../server/api/incident.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { refresh } from '../shell/live.ts';
import { useAct } from '../shell/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';

/** Gives up the dossiers that could not begin, with a reason. */
export const SkipStartDialog = ({ start, procedure, onClose }: { start: FailedStart; procedure: string; onClose: () => void }) => {
  const text = useText();
  const client = useQueryClient();
  const id = useId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const skip = useAct(async (key) => {
    await call('POST /api/starts/:id/skip', { params: { id: start.id }, body: { reason }, key });
    onClose();
    await refresh(client);
  });
  const send = () => {
    setTried(true);
    if (!missing) skip.run();
  };
  return (
    <Dialog open title={text('startSkipTitle', { procedure })} onClose={onClose} actions={<><Button kind="danger" busy={skip.busy} onClick={send}>{text('startSkipNow')}</Button><Button onClick={onClose}>{text('incidentLeaveBe')}</Button></>}>
      <p>{text('startSkipHint', { count: start.dossiers })}</p>
      <TextArea id={`${id}-reason`} rows={2} label={text('incidentReason')} hint={text('startReasonHint')} error={tried && missing ? text('incidentReasonMissing') : undefined} value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      {skip.problem && <ActProblem problem={skip.problem} />}
    </Dialog>
  );
};
