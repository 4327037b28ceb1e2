import { ChevronRight, FolderOpen, Search, ShieldCheck, Star } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ProcedureSummary } from '../../server/api/procedure.ts';
import { TextField } from '../../ui/field.tsx';
import { money, timeLimit } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { useText } from '../words.ts';
import { search } from './search.ts';
import './home.css';

const tiles = [
  { href: '/track', icon: Search, title: 'tileTrack', hint: 'tileTrackHint' },
  { href: '/dossiers', icon: FolderOpen, title: 'tileDossiers', hint: 'tileDossiersHint' },
  { href: '/verify', icon: ShieldCheck, title: 'tileVerify', hint: 'tileVerifyHint' },
  { href: '/dossiers?rate', icon: Star, title: 'tileRate', hint: 'tileRateHint' },
] as const;

const searchable = (procedure: ProcedureSummary) =>
  [procedure.name, procedure.summary, procedure.agency, procedure.field ?? ''].flatMap((text) => (typeof text === 'string' ? [text] : [text.vi, text.en])).join(' ');

const ProcedureCard = ({ procedure }: { procedure: ProcedureSummary }) => {
  const text = useText();
  const language = useLanguage();
  const fee = procedure.fee === null ? undefined : procedure.fee === 0 ? text('free') : money(procedure.fee);
  const facts = [procedure.timeLimit && timeLimit(procedure.timeLimit, language), fee, text(`online_${procedure.onlineLevel}`)].filter(Boolean);
  return (
    <li className="procedure-card">
      <Link href={`/services/${procedure.key}`}>
        <span>
          <strong>{pick(procedure.name, language)}</strong>
          <span className="muted small">{facts.join(' · ')}</span>
        </span>
        <Icon of={ChevronRight} />
      </Link>
    </li>
  );
};

/** Procedures by life event: the field of the law they belong to. */
const Procedures = ({ all, asked }: { all: readonly ProcedureSummary[]; asked: string }) => {
  const text = useText();
  const language = useLanguage();
  const found = search(all, asked, searchable);
  const fieldOf = (procedure: ProcedureSummary) => (procedure.field ? pick(procedure.field, language) : text('otherField'));
  const groups = [...new Set(found.map(fieldOf))].map((field) => [field, found.filter((procedure) => fieldOf(procedure) === field)] as const);
  return (
    <>
      <output className="muted small home-count">{asked && text('foundCount', { count: found.length })}</output>
      {found.length === 0 && <p>{text('nothingFound', { asked })}</p>}
      {groups.map(([field, procedures]) => (
        <section key={field}>
          <h3>{field}</h3>
          <ul className="procedure-cards">
            {procedures.map((procedure) => <ProcedureCard key={procedure.key} procedure={procedure} />)}
          </ul>
        </section>
      ))}
    </>
  );
};

export const Home = () => {
  const text = useText();
  const [asked, setAsked] = useState('');
  const procedures = useResource('GET /api/procedures', {});
  return (
    <Page title={text('homeTitle')}>
      <p className="lead">{text('homeLead')}</p>
      <search>
        <TextField id="search" type="search" enterKeyHint="search" autoComplete="off" label={text('searchLabel')} hint={text('searchHint')} value={asked} onChange={(event) => setAsked(event.target.value)} />
      </search>
      <h2>{text('procedures')}</h2>
      <Load of={procedures}>{({ procedures: all }) => <Procedures all={all} asked={asked} />}</Load>
      <h2>{text('quickly')}</h2>
      <ul className="tiles">
        {tiles.map(({ href, icon, title, hint }) => (
          <li key={href}>
            <Link href={href}>
              <Icon of={icon} />
              <strong>{text(title)}</strong>
              <span className="muted small">{text(hint)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
};
