import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { OutsideJobCard } from './outside-job.tsx';
import './outside.css';

/** Every step that waits for a program outside, the longest first. */
export const OutsidePage = () => {
  const text = useText();
  const query = useQuery(queryOf('GET /api/outside-work', {}));
  return (
    <Page title={text('outside')}>
      <p>{text('outsideLead')}</p>
      <Load of={query}>
        {({ jobs, more }) => (
          <>
            {jobs.length === 0 && <EmptyState title={text('outsideNone')}><p>{text('outsideNoneHint')}</p></EmptyState>}
            {jobs.map((job) => <OutsideJobCard key={job.id} job={job} />)}
            {more && <p className="small">{text('outsideMore', { count: jobs.length })}</p>}
          </>
        )}
      </Load>
    </Page>
  );
};
