import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { DesignerPackage, VersionView } from '../../server/api/designer.ts';
import type { Account } from '../../server/api/session.ts';
import { call } from '../../ui/api.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dateTime } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { State } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { isAdmin } from '../account/session.ts';
import { dropAll } from '../package/bench.ts';
import { DraftProblem } from '../package/draft-problem.tsx';
import { forgetSaved } from '../package/file-text.ts';
import { useAct } from '../../ui/use-act.ts';
import { basisOf } from '../review/basis.ts';
import { useText } from '../words.ts';
import { CallOffButton } from './call-off-button.tsx';
import { Compare } from './compare.tsx';
import { InFlight } from './in-flight.tsx';
import { RestoreButton } from './restore-button.tsx';

/** What was published, when, by whom; how many dossiers still run on each and may be taken over; and the draft, to be thrown away. */
export const VersionsPage = ({ opened, account }: { opened: DesignerPackage; account: Account }) => {
  const text = useText();
  const client = useQueryClient();
  const [, go] = useLocation();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<{ readonly word: 'restored' | 'calledOff' | 'thrownAway'; readonly number: number }>();
  const told = useRef<HTMLDivElement>(null);
  // what was pressed is gone with what it did: one goes on where that is told
  useEffect(() => {
    if (done) told.current?.focus();
  }, [done]);
  const { key, draft, versions } = opened;
  const throwing = useAct(async () => {
    await call('DELETE /api/designer/procedures/:key/draft', { params: { key }, query: { revision: String(draft.revision), savedAt: draft.savedAt } });
    setAsking(false);
    dropAll(key);
    // a procedure that was never published goes with its draft
    if (versions.length === 0) go('/');
    else {
      await forgetSaved(client, key);
      setDone({ word: 'thrownAway', number: 0 });
    }
  });
  const number = ({ number: which, current, from }: VersionView) => <span className="row"><strong>{which}</strong>{current && <State tone="done" word={text('isLive')} />}{from !== null && <State tone="soon" word={text('isComing', { at: dateTime(from) })} />}</span>;
  const fingerprint = ({ hash }: VersionView) => <code className="number" title={hash}>{hash.slice(0, 12)}</code>;
  const acts = (version: VersionView) => (version.from !== null ? <CallOffButton packageKey={key} version={version} from={version.from} onCalledOff={() => setDone({ word: 'calledOff', number: version.number })} /> : version.hash === basisOf(versions)?.hash && draft.revision === 0 ? null : <RestoreButton opened={opened} version={version} onRestored={() => setDone({ word: 'restored', number: version.number })} />);
  return (
    <>
      <div ref={told} tabIndex={-1} role="status">
        {done && <Notice kind="done" title={text(done.word, { number: done.number })}>{done.word === 'restored' && <ButtonLink href={`/packages/${key}/review`}>{text('reviewAndPublish')}</ButtonLink>}</Notice>}
      </div>
      {versions.length === 0 ? (
        <EmptyState title={text('noVersions')}><p>{text('noVersionsHint')}</p></EmptyState>
      ) : (
        <Table
          caption={text('placeVersions')} captionHidden rows={versions} rowKey={({ hash }) => hash}
          columns={[
            { key: 'number', title: text('version'), heading: true, cell: number },
            { key: 'at', title: text('publishedAt'), cell: ({ publishedAt }) => dateTime(publishedAt) },
            { key: 'since', title: text('inForceSince'), cell: ({ since }) => (since === null ? '' : dateTime(since)) },
            { key: 'by', title: text('publishedBy'), cell: ({ publishedBy }) => publishedBy?.name ?? text('system') },
            { key: 'note', title: text('note'), cell: ({ note }) => note ?? '' },
            { key: 'hash', title: text('fingerprint'), cell: fingerprint },
            { key: 'running', title: text('runningDossiers'), number: true, cell: ({ running }) => running },
            { key: 'acts', title: text('acts'), cell: acts },
          ]}
        />
      )}
      {isAdmin(account) && <InFlight opened={opened} />}
      {versions.length + (draft.revision > 0 ? 1 : 0) > 1 && versions.length > 0 && <Compare key={String(draft.revision > 0)} opened={opened} />}
      {draft.revision > 0 && versions.length > 0 && <Button onClick={() => setAsking(true)}>{text('throwDraft')}</Button>}
      <Dialog
        open={asking} title={text('throwDraft')} onClose={() => setAsking(false)}
        actions={<><Button kind="danger" busy={throwing.busy} onClick={() => throwing.run()}>{text('throwDraft')}</Button><Button onClick={() => setAsking(false)}>{text('keepDraft')}</Button></>}
      >
        <p>{text('throwDraftHint', { name: draft.savedBy?.name ?? text('somebody'), at: dateTime(draft.savedAt) })}</p>
        <DraftProblem of={throwing} packageKey={key} />
      </Dialog>
    </>
  );
};
