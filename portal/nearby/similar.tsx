import { useEffect, useState } from 'react';
import type { Nearby } from '../../server/api/nearby.ts';
import { call } from '../../ui/api.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { isProblem } from '../../ui/problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useAct } from '../../ui/use-act.ts';
import { Facts, Pictures } from './report.tsx';
import { useText } from './words.ts';
import './nearby.css';

const Report = ({ report, at }: { report: Nearby['reports'][number]; at: string }) => {
  const text = useText();
  const [following, setFollowing] = useState(report.following);
  const follow = useAct(async (key) => {
    await call('POST /api/nearby/:id/follow', { params: { id: report.id }, key });
    setFollowing(true);
  });
  return (
    <li className="nearby-report">
      <Facts report={report} at={at} metres={report.metres} heading="h3" />
      <Pictures report={report.id} pictures={report.pictures} />
      {follow.problem && <ProblemView error={follow.problem} />}
      {report.mine ? <p><strong>{text('mine')}</strong></p> : following ? (
        <Notice kind="done" title={text('followed')}>
          <p>{text('followedHint')}</p>
          <ButtonLink href="/follows">{text('followsOpen')}</ButtonLink>
        </Notice>
      ) : <Button busy={follow.busy} onClick={() => follow.run()}>{text('follow')}</Button>}
    </li>
  );
};

/** What others have open of the same kind around the place of a draft, asked once its answers are kept; without a network nothing, and nothing is in the way. */
export const Similar = ({ draft, saved }: { draft: string; saved: () => Promise<void> }) => {
  const text = useText();
  const [found, setFound] = useState<Nearby>();
  useEffect(() => {
    let here = true;
    const ask = async () => {
      try {
        await saved();
        const answer = await call('GET /api/drafts/:id/nearby', { params: { id: draft } });
        if (here) setFound(answer);
      } catch (error) {
        if (!isProblem(error)) throw error;
      }
    };
    void ask();
    return () => {
      here = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- once for the page
  }, [draft]);
  if (!found || found.unplaced) return null;
  const { at, within, reports } = found;
  if (reports.length === 0) return <p className="muted small">{text('similarNone', { within })}</p>;
  return (
    <section className="nearby" aria-labelledby="similar">
      <h2 id="similar">{text('similarTitle')}</h2>
      <p>{text('similarLead', { within, count: reports.length })}</p>
      <ul className="nearby-reports">{reports.map((report) => <Report key={report.id} report={report} at={at} />)}</ul>
      <p>{text('similarOther')}</p>
    </section>
  );
};
