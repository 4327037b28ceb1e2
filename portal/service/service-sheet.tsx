import { Download } from 'lucide-react';
import { Suspense, lazy } from 'react';
import { byteSize } from '../../forms/media.ts';
import type { ServiceSheet } from '../../server/api/procedure.ts';
import { inHere } from '../../ui/base.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { date, money, timeLimit } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { LoadPage } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { useText } from './words.ts';
import { Components } from './components.tsx';
import { Drafts } from './drafts.tsx';
import { LinkedProcedures } from './linked.tsx';
import { Steps } from './steps.tsx';
import { useBegin } from './use-begin.tsx';
import './service.css';

const LocalIn = lazy(async () => ({ default: (await import('./local-in.tsx')).LocalIn }));
const KeptOffer = lazy(async () => ({ default: (await import('../kept/kept-offer.tsx')).KeptOffer }));

const Facts = ({ sheet }: { sheet: ServiceSheet }) => {
  const text = useText();
  const language = useLanguage();
  const limits = sheet.timeLimits.length > 0 ? sheet.timeLimits : sheet.timeLimit ? [{ name: { vi: '', en: '' }, limit: sheet.timeLimit }] : [];
  const lines = (items: readonly string[]) => items.map((line) => <span key={line} className="service-line">{line}</span>);
  const fees = sheet.fees.map(({ name, amount, note }) =>
    [`${pick(name, language)}: ${amount === null ? text('feeDepends') : amount === 0 ? text('free') : money(amount)}`, note && pick(note, language)].filter(Boolean).join('. '));
  return (
    <SummaryList
      rows={[
        { label: text('whoFor'), value: pick(sheet.audience, language) },
        { label: text('time'), value: lines(limits.map(({ name, limit }) => [pick(name, language), timeLimit(limit, language)].filter(Boolean).join(': '))) },
        { label: text('cost'), value: fees.length > 0 ? lines(fees) : text('free') },
        { label: text('whoDecides'), value: pick(sheet.agency, language) },
        { label: text('whatYouGet'), value: pick(sheet.result, language) },
        ...(['desk', 'hours', 'contact'] as const).flatMap((one) => { const said = sheet.local[one]; return said === null ? [] : [{ label: text(`local_${one}`), value: pick(said, language) }]; }),
        { label: text('howYouGetIt'), value: lines(sheet.delivery.map((way) => (way === 'post' && sheet.postage ? `${text('delivery_post')}: ${text('postage', { amount: money(sheet.postage.amount), document: sheet.postage.document })}` : text(`delivery_${way}`)))) },
      ]}
    />
  );
};

const Resources = ({ resources }: { resources: ServiceSheet['resources'] }) => {
  const language = useLanguage();
  return (
    <ul className="service-files">
      {resources.map(({ name, title, size, url }) => (
        <li key={name}>
          <a href={inHere(url)} download>
            <Icon of={Download} />
            <span>{pick(title, language)} <span className="muted small">({byteSize(size, language)})</span></span>
          </a>
        </li>
      ))}
    </ul>
  );
};

/** What a citizen is told, with the law that says it. */
const ToldList = ({ all }: { all: ServiceSheet['tips'] }) => {
  const language = useLanguage();
  return (
    <ul className="service-told">
      {all.map(({ text, legalBasis }) => <li key={text.vi}>{pick(text, language)}{legalBasis && <span className="service-line muted small">{pick(legalBasis, language)}</span>}</li>)}
    </ul>
  );
};

const Legal = ({ basis }: { basis: ServiceSheet['legalBasis'] }) => {
  const language = useLanguage();
  return (
    <ul>
      {basis.map(({ title, url }) => (
        <li key={title.vi}>{url ? <a href={url}>{pick(title, language)}</a> : pick(title, language)}</li>
      ))}
    </ul>
  );
};

const Sheet = ({ sheet }: { sheet: ServiceSheet }) => {
  const text = useText();
  const language = useLanguage();
  const begin = useBegin(sheet.key);
  return (
    <Page title={pick(sheet.name, language)} caption={sheet.field ? pick(sheet.field, language) : undefined} back={<BackLink href="/" label={text('allProcedures')} />}>
      <p className="lead">{pick(sheet.summary, language)}</p>
      <Drafts procedure={sheet.key} />
      <div className="service-actions">
        {sheet.filed && sheet.forms.guide && <ButtonLink kind="main" href={`/services/${sheet.key}/guide`}>{text('guideButton')}</ButtonLink>}
        {sheet.filed && begin(sheet.forms.guide ? 'plain' : 'main')}
      </div>
      {sheet.offline && <Suspense fallback={null}><KeptOffer procedure={sheet.key} form={sheet.forms.application} /></Suspense>}
      {sheet.begunBy.length > 0 && <Notice title={text(sheet.filed ? 'begunByToo' : 'begunBy')}><LinkedProcedures procedures={sheet.begunBy} /></Notice>}
      <Facts sheet={sheet} />
      {sheet.localIn.length > 0 && <Suspense fallback={null}><LocalIn units={sheet.localIn} /></Suspense>}
      <h2>{text('whatYouNeed')}</h2>
      <ToldList all={sheet.need} />
      <h3>{text('papers')}</h3>
      <Components components={sheet.components} />
      {sheet.resources.length > 0 && (
        <>
          <h2>{text('samples')}</h2>
          <p>{text('samplesHint')}</p>
          <Resources resources={sheet.resources} />
        </>
      )}
      <h2>{text('stepsTitle')}</h2>
      <p>{text('stepsHint')}</p>
      <Steps steps={sheet.steps} />
      {sheet.begins.length > 0 && <><h2>{text('beginsTitle')}</h2><p>{text('beginsHint')}</p><LinkedProcedures procedures={sheet.begins} /></>}
      {(sheet.tips.length > 0 || sheet.after) && <h2>{text('goodToKnow')}</h2>}
      <ToldList all={sheet.after ? [sheet.after, ...sheet.tips] : sheet.tips} />
      <h2>{text('legalBasis')}</h2>
      <Legal basis={sheet.legalBasis} />
      <p className="muted small">
        {sheet.code && <>{text('nationalCode', { code: sheet.code })} · </>}
        {text('versionLine', { number: sheet.version.number, date: date(sheet.version.publishedAt) })}
      </p>
      {sheet.filed && <div className="service-actions">{begin('main')}</div>}
    </Page>
  );
};

/** Everything a citizen should know before typing a word. */
export const ServiceSheetPage = ({ procedure }: { procedure: string }) => {
  const sheet = useResource('GET /api/procedures/:key', { params: { key: procedure } });
  return <LoadPage of={sheet}>{(data) => <Sheet sheet={data} />}</LoadPage>;
};
