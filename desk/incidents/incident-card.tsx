import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { IncidentView } from '../../server/api/incident.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { dateTime } from '../../ui/format.ts';
import { useWhy } from '../../ui/incidents/why.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { refresh } from '../shell/live.ts';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';
import { DossierLink } from './dossier-link.tsx';
import { MendDialog } from './mend-dialog.tsx';
import { SkipDialog } from './skip-dialog.tsx';

/** A fault that stopped a dossier: where, why, since when; an administrator may have it tried again, put a value right, or leave the step. */
export const IncidentCard = ({ incident, mayRetry, named = false }: { incident: IncidentView; mayRetry: boolean; named?: boolean }) => {
  const text = useText();
  const why = useWhy();
  const language = useLanguage();
  const client = useQueryClient();
  const retry = useAct(async (key) => {
    await call('POST /api/incidents/:id/retry', { params: { id: incident.id }, body: {}, key });
    await refresh(client);
  });
  const [asking, setAsking] = useState<'skip' | 'mend'>();
  const step = incident.step ? pick(incident.step, language) : (incident.node ?? '–');
  return (
    <Notice kind="danger" title={text('incidentAt', { step })}>
      {named && <p><DossierLink {...incident} /> · {pick(incident.procedure.name, language)}</p>}
      <p>{why(incident.code)}</p>
      <p className="small">{text('incidentSince', { at: dateTime(incident.raisedAt) })}</p>
      <details className="small"><summary>{text('incidentDetails')}</summary><p lang="en"><code>{incident.code}</code>: {incident.message}</p></details>
      {mayRetry ? (
        <p className="row">
          <Button small busy={retry.busy} onClick={() => retry.run()}>{text('incidentRetry')}</Button>
          <Button small onClick={() => setAsking('mend')}>{text('incidentMend')}</Button>
          {incident.skippable && <Button small onClick={() => setAsking('skip')}>{text('incidentSkip')}</Button>}
          <Link className="small" href={`/process/${incident.dossier}`}>{text('seeProcess')}</Link>
        </p>
      ) : <p className="small">{text('incidentTold')}</p>}
      {retry.problem && <ActProblem problem={retry.problem} />}
      {asking === 'skip' && <SkipDialog incident={incident} step={step} onClose={() => setAsking(undefined)} />}
      {asking === 'mend' && <MendDialog incident={incident} step={step} onClose={() => setAsking(undefined)} />}
    </Notice>
  );
};
