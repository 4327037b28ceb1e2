import { useQuery } from '@tanstack/react-query';
import { FileUp, Plus } from 'lucide-react';
import { Link } from 'wouter';
import type { DesignerProcedure } from '../../server/api/designer.ts';
import { alphabetical } from '../../ui/alphabetical.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dateTime } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { State } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import './packages.css';
import { Health } from './health.tsx';
import { PackageActs } from './package-acts.tsx';

/** Every package: what is live, how many dossiers run on it, and what is being drafted. */
export const PackagesPage = () => {
  const text = useText();
  const language = useLanguage();
  const packages = useQuery({ ...queryOf('GET /api/designer/procedures', {}), staleTime: 0 });
  const live = ({ published, coming }: DesignerProcedure) => (
    <span className="health">
      {published ? <State tone="done" word={text('liveVersion', { number: published.number, at: dateTime(published.since ?? published.publishedAt) })} /> : coming.length === 0 && <State tone="plain" word={text('neverPublished')} />}
      {coming.map(({ hash, number, from }) => from !== null && <State key={hash} tone="soon" word={text('comingVersion', { number, at: dateTime(from) })} />)}
    </span>
  );
  const name = ({ key, name: given }: DesignerProcedure) => <Link href={`/packages/${key}`}>{pick(given, language)}</Link>;
  const draft = ({ draft: open }: DesignerProcedure) =>
    open ? <State tone="open" word={[text('draftSaved', { at: dateTime(open.savedAt) }), open.savedBy?.name].filter(Boolean).join(' · ')} /> : <span className="muted">{text('noDraft')}</span>;
  const health = (procedure: DesignerProcedure) => <Health procedure={procedure} />;
  const acts = (procedure: DesignerProcedure) => <PackageActs procedure={procedure} />;
  return (
    <Page title={text('packages')} wide>
      <p className="lead">{text('packagesLead')}</p>
      <div className="row packages-acts">
        <ButtonLink kind="main" href="/new"><Icon of={Plus} />{text('newProcedure')}</ButtonLink>
        <ButtonLink href="/import"><Icon of={FileUp} />{text('importFile')}</ButtonLink>
      </div>
      <Load of={packages}>
        {({ procedures }) =>
          procedures.length === 0 ? (
            <EmptyState title={text('noPackages')}><p>{text('noPackagesHint')}</p></EmptyState>
          ) : (
            <Table
              caption={text('packages')}
              captionHidden
              rows={alphabetical(procedures, ({ name: given }) => pick(given, language), language)}
              rowKey={({ key }) => key}
              columns={[
                { key: 'name', title: text('procedure'), heading: true, cell: name },
                { key: 'live', title: text('live'), cell: live },
                { key: 'health', title: text('health'), cell: health },
                { key: 'draft', title: text('draft'), cell: draft },
                { key: 'running', title: text('runningDossiers'), number: true, cell: ({ published }) => published?.running ?? 0 },
                { key: 'acts', title: text('acts'), cell: acts },
              ]}
            />
          )
        }
      </Load>
    </Page>
  );
};
