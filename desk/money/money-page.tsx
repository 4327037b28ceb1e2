import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link, useSearchParams } from 'wouter';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { SearchBox } from '../worklist/search-box.tsx';
import { MoneyCard } from './money-card.tsx';
import './money.css';

/** What is odd about money in the reader's units, what was settled, or what was paid in one dossier. */
export const MoneyPage = () => {
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const box = useRef<HTMLInputElement>(null);
  const code = search.get('code') ?? undefined;
  const state = search.get('state') === 'settled' ? 'settled' : 'open';
  const query = useQuery(queryOf('GET /api/desk/money', { query: code === undefined ? { state } : { code } }));
  const shows = (one: typeof state) => code === undefined && state === one;
  return (
    <Page title={text('moneyTitle')}>
      <p>{text('moneyLead')}</p>
      <div className="search-bar">
        <SearchBox key={code} box={box} value={code ?? ''} label={text('moneyFind')} onSearch={(typed) => setSearch(typed.trim() === '' ? {} : { code: typed.trim() })} />
      </div>
      <Load of={query} lines={6}>
        {({ cases, open, byProvider, today }) => (
          <>
            {code === undefined ? (
              <nav className="row money-lists" aria-label={text('moneyTitle')}>
                <Link href="/money" aria-current={shows('open') ? 'page' : undefined}>{text('moneyOpen', { count: open })}</Link>
                <Link href="/money?state=settled" aria-current={shows('settled') ? 'page' : undefined}>{text('moneySettled')}</Link>
              </nav>
            ) : <p><Link href="/money">{text('moneyAll')}</Link></p>}
            {cases.length > 0 && (code === undefined ? <h2 className="visually-hidden">{text(state === 'open' ? 'moneyOpen' : 'moneySettled', { count: open })}</h2> : <h2>{text('moneyFound', { code })}</h2>)}
            {cases.length === 0 && <EmptyState title={text('moneyNone')}><p>{text(code === undefined ? 'moneyNoneHint' : 'moneyNotFound')}</p></EmptyState>}
            {cases.map((one) => <MoneyCard key={one.payment} of={one} byProvider={byProvider} today={today} />)}
          </>
        )}
      </Load>
    </Page>
  );
};
