import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Json } from '../../engine/state.ts';
import type { IncidentView } from '../../server/api/incident.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { refresh } from '../shell/live.ts';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';
import { objectIn } from './typed-value.ts';

/** Leaves the failed step as if it were done, with what it would have given; a gateway is told its way. */
export const SkipDialog = ({ incident, step, onClose }: { incident: IncidentView; step: string; onClose: () => void }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const id = useId();
  const [reason, setReason] = useState('');
  const [given, setGiven] = useState('');
  const [way, setWay] = useState<string>();
  const [tried, setTried] = useState(false);
  const data = given.trim() === '' ? undefined : objectIn(given);
  const choosing = incident.ways.length > 0;
  const wrong = { reason: reason.trim() === '', given: data === null, way: choosing && way === undefined };
  const skip = useAct(async (key) => {
    await call('POST /api/incidents/:id/skip', { params: { id: incident.id }, body: { reason, ...(data ? { data: data as Record<string, Json> } : {}), ...(way === undefined ? {} : { flows: [way] }) }, key });
    onClose();
    await refresh(client);
  });
  const send = () => {
    setTried(true);
    if (!wrong.reason && !wrong.given && !wrong.way) skip.run();
  };
  return (
    <Dialog open title={text('incidentSkipTitle', { step })} onClose={onClose} actions={<><Button kind="danger" busy={skip.busy} onClick={send}>{text('incidentSkipNow')}</Button><Button onClick={onClose}>{text('incidentLeaveBe')}</Button></>}>
      <p>{text('incidentSkipHint')}</p>
      {choosing && <Choices id={`${id}-way`} legend={text('incidentWay')} error={tried && wrong.way ? text('incidentWayMissing') : undefined} choices={incident.ways.map(({ flow, to }) => ({ value: flow, label: pick(to, language) }))} value={way} onChange={setWay} />}
      {!choosing && <TextArea id={`${id}-given`} rows={3} label={text('incidentGiven')} hint={text('incidentGivenHint')} optional spellCheck={false} error={tried && wrong.given ? text('incidentGivenWrong') : undefined} value={given} onChange={(event) => setGiven(event.target.value)} />}
      <TextArea id={`${id}-reason`} rows={2} label={text('incidentReason')} hint={text('incidentReasonHint')} error={tried && wrong.reason ? text('incidentReasonMissing') : undefined} value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      {skip.problem && <ActProblem problem={skip.problem} />}
      {skip.problem?.errors?.map(({ message }) => <p key={message} className="small">{message}</p>)}
    </Dialog>
  );
};
