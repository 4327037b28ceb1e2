import { Link } from 'wouter';
import { dateTime } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useSession } from '../account/session.ts';
import { useResource } from '../shell/resource.ts';
import { useText } from './words.ts';

/** Offers what was begun earlier, so that nobody starts a fifth draft. */
export const Drafts = ({ procedure }: { procedure: string }) => {
  const text = useText();
  const isCitizen = useSession().data?.account?.kind === 'citizen';
  const { data } = useResource('GET /api/drafts', { query: { procedure } }, isCitizen);
  if (!isCitizen || !data || data.drafts.length === 0) return null;
  return (
    <Notice title={text('draftWaiting')}>
      <ul className="plain-list">
        {data.drafts.map(({ id, savedAt }) => (
          <li key={id}>
            <Link className="service-resume" href={`/filing/${id}`}>{text('resume', { at: dateTime(savedAt) })}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
};
