import { useId, useState } from 'react';
import type { Sentence } from '../../server/api/shape.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { asOneAct, edit } from '../package/bench.ts';
import { Exact } from '../findings/exact.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';

/** Asks what a scenario is to be called, and lays it on the bench beside the other edits. */
export const RecordDialog = ({ packageKey, trial, dossier, nameOf, onClose, onKept }: { nameOf: (id: string) => string; packageKey: string; trial: string; dossier: string; onClose: () => void; onKept: (name: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  const id = useId();
  const [name, setName] = useState({ vi: '', en: '' });
  const [asked, setAsked] = useState(false);
  const [problems, setProblems] = useState<readonly Sentence[]>([]);
  const recording = useAct(async () => {
    const recorded = await call('POST /api/designer/trials/:id/scenario', { params: { id: trial }, body: { dossier, name } });
    setProblems(recorded.problems);
    if (recorded.problems.length > 0) return;
    void asOneAct(packageKey, () => {
      for (const file of recorded.files) edit(packageKey, file.path, file.text, '');
    });
    onKept(pick(recorded.name, language));
  });
  const missing = (value: string) => (asked && value.trim() === '' ? text('tryNameMissing') : undefined);
  const go = () => {
    setAsked(true);
    if (name.vi.trim() !== '' && name.en.trim() !== '') recording.run();
  };
  return (
    <Dialog open title={text('tryRecord')} onClose={onClose} actions={<Button kind="main" busy={recording.busy} onClick={go}>{text('tryRecord')}</Button>}>
      <p>{text('tryRecordLead')}</p>
      <TextField id={`${id}-vi`} label={text('tryNameVi')} value={name.vi} error={missing(name.vi)} onChange={({ currentTarget: { value } }) => setName({ ...name, vi: value })} />
      <TextField id={`${id}-en`} label={text('tryNameEn')} value={name.en} error={missing(name.en)} onChange={({ currentTarget: { value } }) => setName({ ...name, en: value })} />
      {problems.length > 0 && <Notice kind="danger" title={text('tryNotRecorded')}><ul>{problems.map((problem) => <li key={problem.message}><Exact of={problem} nameOf={nameOf} /></li>)}</ul></Notice>}
      {recording.problem && <ProblemView error={recording.problem} />}
    </Dialog>
  );
};
