import { Link } from 'wouter';
import { addressOf } from '../../ui/api.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { date } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { useText } from './words.ts';
import './notices.css';

/** What the law has posted publicly: what, about which place, where it hangs, until when. */
export const Notices = () => {
  const text = useText();
  const language = useLanguage();
  const posted = useResource('GET /api/postings', {});
  return (
    <Page title={text('noticesTitle')}>
      <p className="lead">{text('noticesLead')}</p>
      <Load of={posted}>
        {({ postings }) =>
          postings.length === 0 ? (
            <p>{text('noticesNone')}</p>
          ) : (
            <ul className="notices">
              {postings.map(({ id, title, number, procedure, unit, about, from, to }) => (
                <li key={id} id={id}>
                  <strong>{pick(title, language)}</strong>
                  <span className="block">{[pick(procedure.name, language), about].filter(Boolean).join(': ')}</span>
                  <span className="block small muted">{[number && text('noticeNumber', { number }), text('noticeUntil', { from: date(from), to: date(to) }), text('noticeWhere', { unit: pick(unit.name, language) })].filter(Boolean).join(' ')}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Load>
      <p>{text('noticesAlerts')} <Link href="/alerts">{text('publicAlerts')}</Link></p>
      <ButtonLink outside href={addressOf('GET /api/postings.rss', {})}>{text('noticesFeed')}</ButtonLink>
    </Page>
  );
};
