import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { DraftBegun } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { isProblem } from '../../ui/problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useAct } from '../shell/use-act.ts';
import { useText } from '../words.ts';

/** Takes in a zipped package. One that is here already replaces a draft only when asked about it. */
export const ImportButton = () => {
  const text = useText();
  const [, go] = useLocation();
  const chooser = useRef<HTMLInputElement>(null);
  const [known, setKnown] = useState<{ readonly file: File; readonly here: DraftBegun }>();
  const taking = useAct(async (_key, file: File, revision?: number) => {
    try {
      const { key } = await call('POST /api/designer/procedures/import', {
        body: new Blob([file], { type: 'application/zip' }), query: revision === undefined ? {} : { revision: String(revision) },
      });
      go(`/packages/${key}`);
    } catch (error) {
      if (!isProblem(error, 'key-taken')) throw error;
      setKnown({ file, here: error.current as DraftBegun });
    }
  });
  return (
    <>
      <Button busy={taking.busy} onClick={() => chooser.current?.click()}><Icon of={FileUp} />{text('importZip')}</Button>
      <input
        ref={chooser} type="file" accept=".zip,application/zip" hidden aria-hidden="true" tabIndex={-1}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) taking.run(file);
        }}
      />
      {taking.problem && <div className="page-problem"><ProblemView error={taking.problem} /></div>}
      <Dialog
        open={known !== undefined}
        title={text('importReplace')}
        onClose={() => setKnown(undefined)}
        actions={<Button kind="main" onClick={() => { if (known) taking.run(known.file, known.here.revision); setKnown(undefined); }}>{text('replaceDraft')}</Button>}
      >
        <p>{text('importReplaceHint', { key: known?.here.key ?? '' })}</p>
      </Dialog>
    </>
  );
};
