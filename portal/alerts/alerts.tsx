import { useEffect } from 'react';
import { Link } from 'wouter';
import type { AlertView } from '../../server/api/alert.ts';
import { addressOf } from '../../ui/api.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dateTime } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { Level } from './level.tsx';
import { AlertMap } from './map.tsx';
import { Said, saidIn } from './said.tsx';
import { useText } from './words.ts';
import './alerts.css';

const minute = 60_000;

const Item = ({ alert, number }: { alert: AlertView; number: number | undefined }) => {
  const text = useText();
  return (
    <li>
      {number !== undefined && <span className="alert-badge" aria-hidden="true">{number}</span>}
      <div>
        <h3><Link href={`/alerts/${alert.id}`}><Said text={alert.headline} /></Link></h3>
        <p className="alert-facts"><Level alert={alert} /> <span className="small"><Said text={alert.event} /></span></p>
        <p><Said text={alert.place} /></p>
        <p className="muted small">
          {alert.state === 'in-force' ? text('alertUntil', { at: dateTime(alert.until) }) : `${text('alertClosed')} ${dateTime(alert.closedAt ?? alert.until)}`}
          {'. '}{text('alertUpdated', { at: dateTime(alert.updatedAt) })}.
        </p>
      </div>
    </li>
  );
};

/** What offices tell of traffic and floods now: the list says it all, the drawing shows it once more. */
export const Alerts = () => {
  const text = useText();
  const language = useLanguage();
  const told = useResource('GET /api/alerts', {});
  const { reload } = told;
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), minute);
    return () => clearInterval(timer);
  }, [reload]);
  return (
    <Page title={text('alertsTitle')}>
      <p className="lead">{text('alertsLead')}</p>
      <Load of={told}>
        {({ at, inForce, over, map }) => (
          <>
            {inForce.length === 0 ? <EmptyState title={text('alertsNone')}><p>{text('alertsNoneHint')}</p></EmptyState> : (
              <>
                <h2>{text('alertsInForce', { count: inForce.length })}</h2>
                <ol className="alert-list">{inForce.map((alert, index) => <Item key={alert.id} alert={alert} number={map ? index + 1 : undefined} />)}</ol>
              </>
            )}
            {map && (
              <>
                <h2>{text('alertsMap')}</h2>
                <AlertMap map={map} numbered label={text('alertsMapOf', { metres: Math.round(map.width / 10), places: map.marks.map(({ alert, number }) => `${number}. ${saidIn(inForce.find(({ id }) => id === alert)!.place, language)}`).join('; ') })} />
              </>
            )}
            <p className="muted small">{text('alertsAt', { at: dateTime(at) })}</p>
            {over.length > 0 && (
              <details className="alerts-over">
                <summary>{text('alertsOver', { count: over.length })}</summary>
                <ul className="alert-list">{over.map((alert) => <Item key={alert.id} alert={alert} number={undefined} />)}</ul>
              </details>
            )}
          </>
        )}
      </Load>
      {/* What stands below is not pushed away by what comes above. */}
      {(told.data ?? told.error) !== undefined && <Below />}
    </Page>
  );
};

const Below = () => {
  const text = useText();
  return (
    <>
      <ButtonLink href="/watches">{text('watchLink')}</ButtonLink>
      <h2>{text('alertsFeeds')}</h2>
      <p>{text('alertsFeedsHint')}</p>
      <p className="row"><ButtonLink outside href={addressOf('GET /api/alerts.rss', {})}>{text('alertsRss')}</ButtonLink><ButtonLink outside href={addressOf('GET /api/alerts.geojson', {})}>GeoJSON</ButtonLink></p>
      <p>{text('alertsPosted')} <Link href="/notices">{text('publicNotices')}</Link></p>
    </>
  );
};
