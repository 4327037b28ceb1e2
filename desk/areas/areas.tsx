import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { AreaView, HouseholdView } from '../../server/api/area.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Check } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { SearchBox } from '../worklist/search-box.tsx';
import { AreaMap } from './area-map.tsx';
import { HouseholdTable } from './household-table.tsx';
import { Held, KindOf } from './parts.tsx';
import { TakeIn } from './take-in.tsx';
import '../search/search.css';
import './areas.css';

const linkCell = ({ id, code, name }: AreaView) => <Link href={`/areas/${id}`} className="search-link"><strong>{code}</strong><span>{pick(name)}</span></Link>;
const kindCell = ({ kind, unit }: AreaView) => <span className="search-link"><KindOf kind={kind} /><span className="small muted">{pick(unit.name)}</span></span>;
const heldCell = ({ validFrom, validTo }: AreaView) => <Held from={validFrom} to={validTo} />;

/** So many are shown; more words find fewer. */
const mostFound = 50;

/** The register: a list first, then a drawing; words find areas, and households for those who may read them. */
export const AreasPage = () => {
  const text = useText();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const [q, ended] = [search.get('q') ?? '', search.get('ended') === 'yes'];
  const query = useQuery({ ...queryOf('GET /api/areas', { query: { ...(q && { q }), ...(ended && { ended: 'yes' }) } }), placeholderData: keepPreviousData });
  const box = useRef<HTMLInputElement>(null);
  const choose = (next: { readonly q: string; readonly ended: boolean }) => setSearch(new URLSearchParams([...(next.q ? [['q', next.q]] : []), ...(next.ended ? [['ended', 'yes']] : [])]));
  return (
    <Page title={text('areas')} wide>
      <p>{text('areasLead')}</p>
      <div className="area-bar">
        <SearchBox key={q} box={box} value={q} label={text('searchAreas')} onSearch={(typed) => choose({ q: typed, ended })} />
        <Check id="ended" label={text('areasEnded')} checked={ended} onChange={(on) => choose({ q, ended: on })} />
      </div>
      <Load of={query} lines={8}>
        {({ areas, households, map, keeps }) => (
          <>
            {keeps.length > 0 && <p className="row"><ButtonLink href="/areas/new">{text('areaAdd')}</ButtonLink><ButtonLink href="/households/new">{text('householdAdd')}</ButtonLink></p>}
            {areas.length === 0 && households.length === 0 ? <EmptyState title={text('areasNone')}><p>{text(q === '' ? 'areasNoneHint' : 'areasNotFoundHint')}</p></EmptyState> : (
              <div className={map ? 'areas' : undefined}>
                <div>
                  {areas.length > 0 && <Table<AreaView> caption={text('areasFound', { count: areas.length })} rows={areas} rowKey={({ id }) => id} columns={[
                    { key: 'area', title: text('areaCol'), heading: true, cell: linkCell },
                    { key: 'kind', title: text('areaKind'), cell: kindCell },
                    { key: 'held', title: text('areaHeld'), cell: heldCell },
                  ]} />}
                  {households.length > 0 && <HouseholdTable rows={households satisfies readonly HouseholdView[]} caption={text(households.length < mostFound ? 'householdsFound' : 'householdsFirst', { count: households.length })} />}
                </div>
                {map && <AreaMap map={map} opens label={text('areasMap', { names: areas.map(({ code, name }) => `${code} ${pick(name, language)}`).join(', ') })} />}
              </div>
            )}
            {keeps.length > 0 && <TakeIn units={keeps} />}
          </>
        )}
      </Load>
    </Page>
  );
};
