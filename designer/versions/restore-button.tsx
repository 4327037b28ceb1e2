import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DesignerPackage, VersionView } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { dropAll } from '../package/bench.ts';
import { forgetSaved } from '../package/file-text.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';

/** Takes a former version as the draft: to be published again, or to go on from. */
export const RestoreButton = ({ opened: { key, draft }, version }: { opened: DesignerPackage; version: VersionView }) => {
  const text = useText();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const restoring = useAct(async () => {
    await call('POST /api/designer/procedures/:key/restore', { params: { key }, body: { revision: draft.revision, version: version.hash } });
    setAsking(false);
    dropAll(key);
    await forgetSaved(client, key);
  });
  const ask = () => (draft.revision === 0 ? restoring.run() : setAsking(true));
  return (
    <>
      <Button small busy={restoring.busy} onClick={ask}>{text('restore')}<span className="visually-hidden"> {text('versionNumber', { number: version.number })}</span></Button>
      {!asking && restoring.problem && <ProblemView error={restoring.problem} />}
      <Dialog
        open={asking} title={text('restoreTitle', { number: version.number })} onClose={() => setAsking(false)}
        actions={<><Button kind="danger" busy={restoring.busy} onClick={() => restoring.run()}>{text('restore')}</Button><Button onClick={() => setAsking(false)}>{text('keepDraft')}</Button></>}
      >
        <p>{text('restoreHint')}</p>
        {restoring.problem && <ProblemView error={restoring.problem} />}
      </Dialog>
    </>
  );
};
