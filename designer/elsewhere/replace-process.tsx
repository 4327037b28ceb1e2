import { statechartFile, bpmnFile } from '../../procedures/process-path.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { asOneAct, benchNow, edit, takeAway } from '../package/bench.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { ChooseFiles } from './choose-files.tsx';
import { Report } from './report.tsx';
import { useElsewhere } from './use-elsewhere.ts';

/** A draft's process gives way to that of another tool, after its author has read what becomes of it: one step back. */
export const ReplaceProcess = ({ opened, text: now }: { opened: DesignerPackage; /** What the process says now. */ text: string }) => {
  const text = useText();
  const { key, draft } = opened;
  const { looked, refused, problem, busy, choose, wish, forget } = useElsewhere();
  const replacing = useAct(async () => {
    if (looked === undefined) return;
    const saved = new Map<string, string>();
    for (const { path } of looked.found.files) {
      const isSaved = draft.files.some((file) => file.path === path) && !benchNow(key).edits.has(path);
      saved.set(path, isSaved ? (await call('GET /api/designer/procedures/:key/file', { params: { key }, query: { path } })).text : '');
    }
    const other = looked.found.kind === 'bpmn' ? statechartFile : bpmnFile;
    await asOneAct(key, () => {
      if (draft.files.some(({ path }) => path === other)) takeAway(key, other, now);
      for (const file of looked.found.files) edit(key, file.path, file.text, saved.get(file.path) ?? '');
    });
    forget();
  });
  return (
    <>
      <p><ChooseFiles small label={text('replaceProcess')} busy={busy} onFiles={choose} /></p>
      <div aria-live="polite">
        {refused !== undefined && <Notice kind="danger" title={text('fileRefused')}><p>{refused}</p></Notice>}
        {problem && <ProblemView error={problem} />}
      </div>
      {looked && (
        <Dialog
          open wide title={text('replaceProcessTitle', { files: looked.offered.map(({ name }) => name).join(', ') })} onClose={forget}
          actions={<Button kind="main" busy={replacing.busy} onClick={() => replacing.run()}>{text('replaceProcessNow')}</Button>}
        >
          <p>{text('replaceProcessHint')}</p>
          <Report found={looked.found} wishes={looked.wishes} onWishes={wish} />
          {replacing.problem && <ProblemView error={replacing.problem} />}
        </Dialog>
      )}
    </>
  );
};
