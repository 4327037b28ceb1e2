import { addressOf } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import type { AlertPage as Opened } from '../../server/api/alert.ts';
import { LoadPage } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { Level } from './level.tsx';
import { AlertMap } from './map.tsx';
import { Said, saidIn } from './said.tsx';
import { useText } from './words.ts';
import './alerts.css';

const Told = ({ told }: { told: Opened['told'] }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <ol className="alert-told">
      {told.map(({ number, act, at, level, levelName, headline, description, depthCm, reason }) => (
        <li key={number}>
          <p>
            <strong>{dateTime(at)}</strong> · {text(act === 'publish' && number === 1 ? 'alertAct_first' : `alertAct_${act}`)}
            {act === 'publish' && <span className="muted small"> · {text('alertLevel', { level, name: saidIn(levelName, language) })}{depthCm !== null && ` · ${text('alertCentimetres', { depth: depthCm })}`}</span>}
          </p>
          {reason && <p><strong><Said text={reason} /></strong></p>}
          {act === 'publish' && <p>{number === 1 && <><Said text={headline} />. </>}<Said text={description} /></p>}
        </li>
      ))}
    </ol>
  );
};

/** One alert: how it stands, and all that was told of it. */
export const Alert = ({ id }: { id: string }) => {
  const text = useText();
  const language = useLanguage();
  const opened = useResource('GET /api/alerts/:id', { params: { id } });
  return (
    <LoadPage of={opened}>
      {({ alert, told, map }) => {
        const isOver = alert.state !== 'in-force';
        const lacksEnglish = language === 'en' && alert.description.en === '';
        return (
          <Page key={alert.id} title={saidIn(alert.headline, language)} caption={saidIn(alert.event, language)} back={<BackLink href="/alerts" label={text('alertsBack')} />}>
            <p className="alert-facts"><Level alert={alert} /></p>
            {lacksEnglish && <p className="muted small">{text('alertOnlyVi')}</p>}
            {isOver && told[0]?.reason && <p><strong><Said text={told[0].reason} /></strong></p>}
            <p className="alert-text"><Said text={alert.description} /></p>
            {alert.instruction && !isOver && <Notice kind={alert.level > 2 ? 'danger' : 'soon'} title={text('alertInstruction')}><p><Said text={alert.instruction} /></p></Notice>}
            <SummaryList
              rows={[
                { label: text('alertPlace'), value: <Said text={alert.place} /> },
                ...(alert.depthCm === null ? [] : [{ label: text('alertDepth'), value: text('alertCentimetres', { depth: alert.depthCm }) }]),
                { label: text('alertSince'), value: dateTime(alert.publishedAt) },
                isOver ? { label: text('alertClosed'), value: dateTime(alert.closedAt ?? alert.until) } : { label: text('alertExpected'), value: dateTime(alert.until) },
                { label: text('alertUnit'), value: pick(alert.unit.name, language) },
              ]}
            />
            {map && <AlertMap map={map} numbered={false} label={text('alertMapOf', { metres: Math.round(map.width / 10), places: saidIn(alert.place, language) })} />}
            <h2>{text('alertTold')}</h2>
            <Told told={told} />
            <ButtonLink outside href={addressOf('GET /api/alerts/:id/cap.xml', { id })}>{text('alertCap')}</ButtonLink>
          </Page>
        );
      }}
    </LoadPage>
  );
};
