import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { IncidentView } from '../../server/api/incident.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { refresh } from '../shell/live.ts';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';
import { valueIn } from './typed-value.ts';

/** Puts one value of the dossier right, judged by the form it belongs to, and tries the failed step again. */
export const MendDialog = ({ incident, step, onClose }: { incident: IncidentView; step: string; onClose: () => void }) => {
  const text = useText();
  const client = useQueryClient();
  const id = useId();
  const [typed, setTyped] = useState({ path: '', value: '', reason: '' });
  const [tried, setTried] = useState(false);
  const missing = (name: keyof typeof typed, word: string): string | undefined => (tried && typed[name].trim() === '' ? word : undefined);
  const mend = useAct(async (key) => {
    const { path, value, reason } = typed;
    await call('POST /api/incidents/:id/retry', { params: { id: incident.id }, body: { changes: { [path.trim()]: valueIn(value) }, reason }, key });
    onClose();
    await refresh(client);
  });
  const send = () => {
    setTried(true);
    if (Object.values(typed).every((part) => part.trim() !== '')) mend.run();
  };
  const field = (name: keyof typeof typed) => ({ id: `${id}-${name}`, value: typed[name], onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [name]: target.value }) });
  return (
    <Dialog open title={text('incidentMendTitle', { step })} onClose={onClose} actions={<><Button kind="main" busy={mend.busy} onClick={send}>{text('incidentMendAndRetry')}</Button><Button onClick={onClose}>{text('incidentLeaveBe')}</Button></>}>
      <p>{text('incidentMendHint')}</p>
      <TextField {...field('path')} label={text('incidentPath')} hint={text('incidentPathHint')} spellCheck={false} autoCapitalize="none" error={missing('path', text('incidentPathMissing'))} />
      <TextField {...field('value')} label={text('incidentValue')} hint={text('incidentValueHint')} error={missing('value', text('incidentValueMissing'))} />
      <TextArea {...field('reason')} rows={2} label={text('incidentReason')} hint={text('incidentReasonHint')} maxLength={1000} error={missing('reason', text('incidentReasonMissing'))} />
      {mend.problem && <ActProblem problem={mend.problem} />}
      {mend.problem?.errors?.map(({ path, message }) => <p key={path} className="small"><code>{path}</code> {message}</p>)}
    </Dialog>
  );
};
