import { useState } from 'react';
import { Link } from 'wouter';
import type { AppView } from '../../server/api/app.ts';
import type { ProcedureSummary } from '../../server/api/procedure.ts';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load, LoadPage } from '../shell/load.tsx';
import { placeOf } from '../shell/places.ts';
import { useResource } from '../shell/resource.ts';
import { useText } from '../words.ts';
import { Catalogue } from './catalogue.tsx';
import './home.css';

/** What most people come for; a service that nobody offers here has no tile. */
const Tiles = ({ tiles, procedures }: { tiles: AppView['tiles']; procedures: readonly ProcedureSummary[] | undefined }) => {
  const language = useLanguage();
  const shown = tiles.filter((tile) => tile.to !== 'service' || procedures === undefined || procedures.some(({ key }) => key === tile.service));
  return (
    <ul className="tiles">
      {shown.map((tile) => {
        const { href, icon } = placeOf(tile);
        return (
          <li key={href}>
            <Link href={href}>
              <Icon of={icon} />
              <strong>{pick(tile.title, language)}</strong>
              <span className="muted small">{pick(tile.hint, language)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
};

export const Home = () => {
  const text = useText();
  const language = useLanguage();
  const [asked, setAsked] = useState('');
  const app = useResource('GET /api/app', {});
  const procedures = useResource('GET /api/procedures', {});
  return (
    <LoadPage of={app}>
      {({ title, lead, tiles, lifeEvents }) => (
        <Page key="home" title={pick(title, language)}>
          <p className="lead">{pick(lead, language)}</p>
          <Tiles tiles={tiles} procedures={procedures.data?.procedures} />
          <h2>{text('procedures')}</h2>
          <search>
            <TextField id="search" type="search" enterKeyHint="search" autoComplete="off" label={text('searchLabel')} hint={text('searchHint')} value={asked} onChange={(event) => setAsked(event.target.value)} />
          </search>
          <Load of={procedures}>{({ procedures: all }) => <Catalogue all={all} events={lifeEvents} asked={asked} />}</Load>
        </Page>
      )}
    </LoadPage>
  );
};
