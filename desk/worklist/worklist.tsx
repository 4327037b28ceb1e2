import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'wouter';
import type { Account } from '../../server/api/session.ts';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { DoneNotice } from '../shell/done-notice.tsx';
import { Load } from '../shell/load.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { useText } from '../words.ts';
import { filtersOf, searchOf, type Filters } from './filters.ts';
import { FilterBar } from './filter-bar.tsx';
import { Found } from './found.tsx';
import { keepPlace } from './place.ts';
import { SearchBox } from './search-box.tsx';
import './worklist.css';

const perPage = 50;

/** The first page of the desk: what waits, next due first. */
export const WorklistPage = ({ account }: { account: Account }) => {
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const query = useQuery({ ...queryOf('GET /api/tasks', { query: { ...filters, scope: filters.scope ?? 'team', limit: perPage } }), placeholderData: keepPreviousData });
  const choose = (next: Filters) => setSearch(new URLSearchParams(searchOf(next)), { replace: false });
  const box = useRef<HTMLInputElement>(null);
  useKeys({ search: () => box.current?.focus() });
  useEffect(() => keepPlace(searchOf(filters)));
  return (
    <Page title={text('worklist')} wide>
      <DoneNotice />
      <div className="worklist">
        <aside className="worklist-side" aria-label={text('filters')}>
          <SearchBox key={filters.q} box={box} value={filters.q ?? ''} label={text('searchWork')} onSearch={(q) => {
            const { q: _, cursor: __, ...rest } = filters;
            choose({ ...rest, ...(q && { q }) });
          }} />
          <FilterBar list={query.data} filters={filters} onChoose={choose} />
        </aside>
        <div className="worklist-main" aria-busy={query.isPlaceholderData}>
          <Load of={query} lines={10}>
            {(list) => <Found list={list} filters={filters} account={account} onChoose={choose} />}
          </Load>
        </div>
      </div>
    </Page>
  );
};
