import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import type { TaskView } from '../../server/api/task.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { pick } from '../../ui/language.ts';
import { useAct } from '../../ui/use-act.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { tellDone } from '../shell/flash.ts';
import { refresh } from '../shell/live.ts';
import { useText } from '../words.ts';
import { ActProblem } from './act-problem.tsx';
import { dropTyped } from './typed.ts';

type Way = TaskView['raises'][number];

/** What may be reported of a step instead of doing it, or beside it, where the process has a way for that. */
export const Raise = ({ task, account }: { task: TaskView; account: string }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const id = useId();
  const [, go] = useLocation();
  const [asked, ask] = useState<Way>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const wordOf = ({ kind, name }: Way): string => (name ? text(`raise_${kind}`, { name: pick(name, language) }) : text(`raise_${kind}_plain`));
  const close = () => {
    ask(undefined);
    setReason('');
    setTried(false);
  };
  const send = useAct(async (key, { kind, code, name, ends }: Way) => {
    try {
      const done = await call('POST /api/tasks/:id/raise', { params: { id: task.id }, body: { expectedVersion: task.dossier.version, kind, code, reason }, key });
      const plain = text(`raise_${kind}_plain`);
      tellDone({ step: name ?? { vi: plain, en: plain }, code: task.dossier.code, open: done.open, dossier: done.dossier, state: done.state, raised: true });
      close();
      if (!ends) return;
      dropTyped(account, task.id);
      go(`/dossiers/${done.dossier}`);
    } finally {
      await refresh(client);
    }
  });
  if (task.raises.length === 0) return null;
  return (
    <div className="raises" role="group" aria-label={text('raise')}>
      {task.raises.map((way) => <Button key={`${way.kind} ${way.code}`} kind="quiet" small onClick={() => ask(way)}>{wordOf(way)}</Button>)}
      {asked && (
        <Dialog open title={wordOf(asked)} onClose={close}
          actions={<><Button kind="main" busy={send.busy} onClick={() => { setTried(true); if (!missing) send.run(asked); }}>{text(`raiseNow_${asked.kind}`)}</Button><Button onClick={close}>{text('notYet')}</Button></>}>
          <p>{text(asked.ends ? 'raiseEnds' : 'raiseStays')}</p>
          <TextArea id={`${id}-reason`} rows={3} label={text('incidentReason')} hint={text('incidentReasonHint')} error={tried && missing ? text('incidentReasonMissing') : undefined} value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
          {send.problem && <ActProblem problem={send.problem} />}
        </Dialog>
      )}
    </div>
  );
};
