import { FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Data } from '../../engine/state.ts';
import type { TaskView } from '../../server/api/task.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Pdf } from '../../ui/pdf.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { ActProblem } from './act-problem.tsx';

interface LetterPreviewProps {
  readonly task: TaskView;
  readonly letter: TaskView['letters'][number];
  readonly answer: Data;
}

/** The paper that this decision leads to, set exactly as it will be issued, before anything is decided. */
export const LetterPreview = ({ task, letter, answer }: LetterPreviewProps) => {
  const text = useText();
  const language = useLanguage();
  const [address, setAddress] = useState<string>();
  const act = useAct(async () => {
    const bytes = await call('POST /api/tasks/:id/letters/:letter/preview', { params: { id: task.id, letter: letter.key }, body: { data: answer } });
    setAddress(URL.createObjectURL(new Blob([bytes.slice().buffer], { type: 'application/pdf' })));
  });
  useEffect(() => (address === undefined ? undefined : () => URL.revokeObjectURL(address)), [address]);
  const name = pick(letter.name, language);
  return (
    <>
      <Button small busy={act.busy} onClick={() => act.run()}>
        <Icon of={FileText} />
        {text('previewLetter', { letter: name })}
      </Button>
      {act.problem && <ActProblem problem={act.problem} />}
      <Dialog open={address !== undefined} wide title={text('previewLetter', { letter: name })} onClose={() => setAddress(undefined)}
        actions={<><Button onClick={() => setAddress(undefined)}>{text('backToWork')}</Button>{address && <a className="button button-plain" href={address} target="_blank" rel="noreferrer">{text('openInTab')}</a>}</>}>
        <p className="muted small">{text('previewLetterHint')}</p>
        {address && <Pdf className="paper" src={address} title={name} />}
      </Dialog>
    </>
  );
};
