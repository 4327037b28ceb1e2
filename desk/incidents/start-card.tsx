import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FailedStart } from '../../server/api/incident.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { refresh } from '../shell/live.ts';
import { useAct } from '../shell/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';
import { SkipStartDialog } from './skip-start-dialog.tsx';

/** Dossiers that a timer should have begun and could not: how many, since when and why; they are begun again, or given up with a reason. */
export const StartCard = ({ start }: { start: FailedStart }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const retry = useAct(async (key) => {
    await call('POST /api/starts/:id/retry', { params: { id: start.id }, key });
    await refresh(client);
  });
  const [asking, setAsking] = useState(false);
  const procedure = pick(start.procedure.name, language);
  return (
    <Notice kind="danger" title={text('startAt', { procedure })}>
      <p>{pick(start.unit.name, language)} · {pick(start.step, language)}</p>
      {start.dossiers > 0 && <p>{text('startWaiting', { count: start.dossiers, at: dateTime(start.since) })}</p>}
      {start.stands && <p>{text('startStands', { at: dateTime(start.since) })}</p>}
      <details className="small"><summary>{text('incidentDetails')}</summary><p lang="en">{start.message}</p></details>
      <p className="row">
        <Button small busy={retry.busy} onClick={() => retry.run()}>{text('incidentRetry')}</Button>
        {start.dossiers > 0 && <Button small onClick={() => setAsking(true)}>{text('startSkip')}</Button>}
      </p>
      {retry.problem && <ActProblem problem={retry.problem} />}
      {asking && <SkipStartDialog start={start} procedure={procedure} onClose={() => setAsking(false)} />}
    </Notice>
  );
};
