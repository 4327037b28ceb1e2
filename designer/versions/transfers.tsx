import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { TransferView } from '../../server/api/transfer.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { dateTime } from '../../ui/format.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { queryOf } from '../../ui/query.ts';
import { State } from '../../ui/state.tsx';
import { Load } from '../shell/load.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { Reasons } from './reasons.tsx';

export const transfersOf = (key: string) => queryOf('GET /api/designer/procedures/:key/transfers', { params: { key } });

const soon = 2_000;
const busy = ({ progress: { open, undo } }: TransferView): boolean => open + undo > 0;

/** What was taken over before, how far it has come, and the way back. */
export const Transfers = ({ packageKey, began }: { packageKey: string; /** The one that was begun just now. */ began: string | undefined }) => {
  const query = useQuery({ ...transfersOf(packageKey), refetchInterval: ({ state }) => (state.data?.transfers.some(busy) ? soon : false) });
  const client = useQueryClient();
  const arrived = query.data?.transfers.reduce((sum, { progress: { moved, undone } }) => sum + moved * 2 + undone, 0);
  const before = useRef(arrived);
  useEffect(() => {
    // the numbers of running dossiers stand in the package
    if (before.current !== undefined && before.current !== arrived) void client.invalidateQueries({ queryKey: queryOf('GET /api/designer/procedures/:key', { params: { key: packageKey } }).queryKey });
    before.current = arrived;
  }, [arrived, client, packageKey]);
  return <Load of={query}>{({ transfers }) => transfers.map((transfer) => <Transfer key={transfer.id} packageKey={packageKey} transfer={transfer} began={transfer.id === began} />)}</Load>;
};

const tones = { open: 'waiting', moved: 'done', kept: 'soon', undo: 'waiting', undone: 'ended', stuck: 'late' } as const;

const Transfer = ({ packageKey, transfer, began }: { packageKey: string; transfer: TransferView; began: boolean }) => {
  const text = useText();
  const [asking, setAsking] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  // whoever began it, or took it back, goes on where its progress is told
  useEffect(() => {
    if (began) title.current?.focus();
  }, [began]);
  const { from, to, startedAt, startedBy, reason, undoneAt, progress, left } = transfer;
  return (
    <article className="in-flight-transfer">
      <h3 ref={title} tabIndex={-1}>{text('transferTitle', { from, to })}</h3>
      <p className="small">{text('transferBy', { at: dateTime(startedAt), name: startedBy?.name ?? text('system') })}{undoneAt && ` · ${text('transferUndone', { at: dateTime(undoneAt) })}`}</p>
      <p>{reason}</p>
      <p className="row" aria-live="polite">
        {(Object.keys(tones) as (keyof typeof tones)[]).filter((status) => progress[status] > 0).map((status) => <State key={status} tone={tones[status]} word={text(`progress_${status}`, { count: progress[status] })} />)}
        {Object.values(progress).every((count) => count === 0) && <span className="muted">{text('transferEmpty')}</span>}
      </p>
      {left.length > 0 && (
        <details>
          <summary>{text('transferLeft', { count: left.length })}</summary>
          <ul>{left.map(({ dossier, code, reasons }) => <li key={dossier}>{code}<Reasons reasons={reasons} /></li>)}</ul>
        </details>
      )}
      {undoneAt === null && progress.moved + progress.open > 0 && <Button small onClick={() => setAsking(true)}>{text('transferUndo')}</Button>}
      {asking && <UndoDialog packageKey={packageKey} transfer={transfer} onClose={() => setAsking(false)} onUndone={() => title.current?.focus()} />}
    </article>
  );
};

const UndoDialog = ({ packageKey, transfer, onClose, onUndone }: { packageKey: string; transfer: TransferView; onClose: () => void; onUndone: () => void }) => {
  const text = useText();
  const client = useQueryClient();
  const id = useId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const undo = useAct(async (key) => {
    await call('POST /api/designer/procedures/:key/transfers/:id/undo', { params: { key: packageKey, id: transfer.id }, body: { reason }, key });
    onClose();
    await client.invalidateQueries({ queryKey: transfersOf(packageKey).queryKey });
    onUndone();
  });
  const send = () => {
    setTried(true);
    if (reason.trim() !== '') undo.run();
  };
  return (
    <Dialog open title={text('transferUndoTitle', { from: transfer.from })} onClose={onClose} actions={<><Button kind="danger" busy={undo.busy} onClick={send}>{text('transferUndoNow')}</Button><Button onClick={onClose}>{text('transferLeave')}</Button></>}>
      <p>{text('transferUndoHint')}</p>
      <TextArea id={`${id}-reason`} rows={2} label={text('transferReason')} hint={text('transferReasonHint')} maxLength={1000} error={tried && reason.trim() === '' ? text('transferReasonMissing') : undefined} value={reason} onChange={({ target }) => setReason(target.value)} />
      {undo.problem && <ProblemView error={undo.problem} />}
    </Dialog>
  );
};
