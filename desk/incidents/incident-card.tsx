import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { IncidentView } from '../../server/api/incident.ts';
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

/** A fault that stopped a dossier: where, why, since when; an administrator may have it tried again. */
export const IncidentCard = ({ incident, mayRetry, named = false }: { incident: IncidentView; mayRetry: boolean; named?: boolean }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const retry = useAct(async (key) => {
    await call('POST /api/incidents/:id/retry', { params: { id: incident.id }, body: {}, key });
    await refresh(client);
  });
  return (
    <Notice kind="danger" title={text('incidentAt', { step: incident.step ? pick(incident.step, language) : (incident.node ?? '–') })}>
      {named && <p><Link href={`/dossiers/${incident.dossier}`}>{incident.dossierCode}</Link> · {pick(incident.procedure.name, language)}</p>}
      <p>{incident.message}</p>
      <p className="small">{text('incidentSince', { at: dateTime(incident.raisedAt) })} · <code>{incident.code}</code></p>
      {mayRetry ? <Button small busy={retry.busy} onClick={() => retry.run()}>{text('incidentRetry')}</Button> : <p className="small">{text('incidentTold')}</p>}
      {retry.problem && <ActProblem problem={retry.problem} />}
    </Notice>
  );
};
