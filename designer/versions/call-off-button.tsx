import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { dateTime } from '../../ui/format.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { forgetSaved } from '../package/file-text.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';

/** A version that was to come never will. */
export const CallOffButton = ({ packageKey, version: { hash, number }, from, onCalledOff }: { packageKey: string; version: { readonly hash: string; readonly number: number }; from: string; onCalledOff: () => void }) => {
  const text = useText();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const callingOff = useAct(async () => {
    await call('DELETE /api/designer/procedures/:key/coming/:version', { params: { key: packageKey, version: hash } });
    setAsking(false);
    await forgetSaved(client, packageKey);
    onCalledOff();
  });
  return (
    <>
      <Button small onClick={() => setAsking(true)}>{text('callOff')}<span className="visually-hidden"> {text('versionNumber', { number })}</span></Button>
      <Dialog
        open={asking} title={text('callOffTitle', { number })} onClose={() => setAsking(false)}
        actions={<><Button kind="danger" busy={callingOff.busy} onClick={() => callingOff.run()}>{text('callOff')}</Button><Button onClick={() => setAsking(false)}>{text('keepComing')}</Button></>}
      >
        <p>{text('callOffHint', { at: dateTime(from) })}</p>
        {callingOff.problem && <ProblemView error={callingOff.problem} />}
      </Dialog>
    </>
  );
};
