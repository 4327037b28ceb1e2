import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DesignerPackage, VersionView } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { dateTime } from '../../ui/format.ts';
import { changedTexts, dropAll, standingOf, useBench } from '../package/bench.ts';
import { DraftProblem } from '../package/draft-problem.tsx';
import { forgetSaved } from '../package/file-text.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';

/** Takes a former version as the draft: to be published again, or to go on from. */
export const RestoreButton = ({ opened: { key, draft }, version, onRestored }: { opened: DesignerPackage; version: VersionView; onRestored: () => void }) => {
  const text = useText();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const restoring = useAct(async () => {
    await call('POST /api/designer/procedures/:key/restore', { params: { key }, body: { ...standingOf(draft), version: version.hash } });
    setAsking(false);
    dropAll(key);
    await forgetSaved(client, key);
    onRestored();
  });
  const unsaved = changedTexts(useBench(key)).length > 0;
  const ask = () => (draft.revision === 0 && !unsaved ? restoring.run() : setAsking(true));
  return (
    <>
      <Button small busy={restoring.busy} onClick={ask}>{text('restore')}<span className="visually-hidden"> {text('versionNumber', { number: version.number })}</span></Button>
      {!asking && <DraftProblem of={restoring} packageKey={key} />}
      <Dialog
        open={asking} title={text('restoreTitle', { number: version.number })} onClose={() => setAsking(false)}
        actions={<><Button kind="danger" busy={restoring.busy} onClick={() => restoring.run()}>{text('restore')}</Button><Button onClick={() => setAsking(false)}>{text('keepDraft')}</Button></>}
      >
        {draft.revision > 0 && <p>{text('restoreHint', { name: draft.savedBy?.name ?? text('somebody'), at: dateTime(draft.savedAt) })}</p>}
        {unsaved && <p>{text('restoreUnsaved')}</p>}
        <p>{text('restoreKept')}</p>
        <DraftProblem of={restoring} packageKey={key} />
      </Dialog>
    </>
  );
};
