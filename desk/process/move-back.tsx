import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ProcessView } from '../../server/api/move.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { refresh } from '../shell/live.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';

type Back = NonNullable<ProcessView['back']>;

/** The last move by hand, and the way back from it while nothing has happened since. */
export const MoveBack = ({ process: { dossier, version }, back }: { process: ProcessView; back: Back }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const id = useId();
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const named = (steps: Back['from']): string => (steps.length === 0 ? text('moveNowhere') : steps.map((step) => pick(step, language)).join(', '));
  const go = useAct(async (key) => {
    await call('POST /api/dossiers/:id/move', { params: { id: dossier }, body: { expectedVersion: version, cancel: back.cancel, begin: back.begin, reason }, key });
    ask(false);
    await client.invalidateQueries({ queryKey: ['GET /api/dossiers/:id/process'] });
    await refresh(client);
  });
  const send = () => {
    setTried(true);
    if (!missing) go.run();
  };
  return (
    <>
      <Notice title={text('moveLast', { at: dateTime(back.at), by: back.by, from: named(back.from), to: named(back.to) })}>
        <p>{text('moveBackHint')}</p>
        <Button small onClick={() => ask(true)}>{text('moveBack')}</Button>
      </Notice>
      {asking && (
        <Dialog open title={text('moveBackTitle', { from: named(back.from) })} onClose={() => ask(false)} actions={<Button kind="main" busy={go.busy} onClick={send}>{text('moveBack')}</Button>}>
          <TextArea id={`${id}-reason`} rows={2} label={text('incidentReason')} hint={text('incidentReasonHint')} error={tried && missing ? text('incidentReasonMissing') : undefined} value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
          {go.problem && <ActProblem problem={go.problem} />}
        </Dialog>
      )}
    </>
  );
};
