import { useEffect } from 'react';
import type { Followed } from '../../server/api/nearby.ts';
import { call } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dateTime } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { SignedIn } from '../account/signed-in.tsx';
import { Load } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { useAct } from '../../ui/use-act.ts';
import { Facts, Pictures } from './report.tsx';
import { useText } from './words.ts';
import './nearby.css';

const Report = ({ report, at, reload }: { report: Followed; at: string; reload: () => void }) => {
  const text = useText();
  const drop = useAct(async () => {
    await call('DELETE /api/nearby/:id/follow', { params: { id: report.id } });
    reload();
  });
  return (
    <li className="nearby-report">
      <Facts report={report} at={at} heading="h2" />
      {report.unread && <p><strong>{text('followsNew')}</strong></p>}
      {report.answer && (
        <blockquote className="nearby-answer">
          <p><strong>{text('answerTitle')}</strong></p>
          <p>{report.answer.text}</p>
        </blockquote>
      )}
      <Pictures report={report.id} pictures={[...report.pictures, ...report.answer?.pictures ?? []]} />
      {drop.problem && <ProblemView error={drop.problem} />}
      <p className="row small muted">{text('followSince', { date: dateTime(report.since) })} <Button kind="quiet" busy={drop.busy} onClick={() => drop.run()}>{text('unfollow')}</Button></p>
    </li>
  );
};

const Mine = () => {
  const text = useText();
  const followed = useResource('GET /api/follows', {});
  const { data, reload } = followed;
  const seen = data?.follows.filter(({ unread }) => unread).map(({ id, state }) => ({ id, state })) ?? [];
  const said = JSON.stringify(seen);
  // What stands on the page now has been read; it stays marked as new until the page is left.
  useEffect(() => {
    if (said !== '[]') void call('PUT /api/follows/read', { body: { seen: JSON.parse(said) as typeof seen } }).catch(() => undefined);
  }, [said]);
  return (
    <Page title={text('followsTitle')} back={<BackLink href="/dossiers" label={text('followsBack')} />}>
      <Load of={followed}>
        {({ at, follows }) => (follows.length === 0 ? <EmptyState title={text('followsNone')}><p>{text('followsNoneHint')}</p></EmptyState> : <ul className="nearby-reports">{follows.map((report) => <Report key={report.id} report={report} at={at} reload={reload} />)}</ul>)}
      </Load>
    </Page>
  );
};

/** Reports of others that a citizen follows instead of sending the same: how they stand, and how they ended. */
export const Follows = () => <SignedIn>{() => <Mine />}</SignedIn>;
